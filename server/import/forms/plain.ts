/** A name or heading without what people write differently: case, accents, blanks, hyphens, a mark of being needed. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_\-–*:.]+/gu, ' ')
    .trim();
