/** An address that stands nowhere else. */
export const emailOf = (who: 'student' | 'guardian', mark: string): string =>
  `${who}.of.${mark.toLowerCase()}@private.example`;
