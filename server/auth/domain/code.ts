/** Letters and digits that are not mistaken for each other on paper. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31 signs, 12 of them: 59 bits, which nobody guesses through a throttled door. */
export const codeLength = 12;

/** What is printed on a card: `7KQM-3XWA-P9TD`. */
export const codeOnPaper = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

// Seen on cards and typed on Russian keyboards, where these letters look the same.
const lookalikes = new Map([...'АВСЕНКМРТХУЗ'].map((letter, at) => [letter, 'ABCEHKMPTXY3'[at] ?? letter]));

/** A code as somebody typed it, without blanks and dashes; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = [...typed.normalize('NFKC').toUpperCase()]
    .map((sign) => lookalikes.get(sign) ?? sign)
    .filter((sign) => !/[\s\p{Pd}._]/u.test(sign))
    .join('');
  const fits = code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign));
  return fits ? code : undefined;
}

/** A code as it is stored. */
export interface CodeTimes {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type CodeState = 'open' | 'used' | 'revoked' | 'expired';

export function stateOfCode({ usedAt, revokedAt, expiresAt }: CodeTimes, now: Date): CodeState {
  if (usedAt) return 'used';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
