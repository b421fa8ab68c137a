/** Letters and digits that are not mistaken for each other on paper. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31 signs, 12 of them: 59 bits, which nobody guesses through a throttled door. */
export const codeLength = 12;

/** A code made of 32 random bytes; 256 bits for 59 leave no sign likelier than another. */
export function codeFrom(bytes: Uint8Array): string {
  let left = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const base = BigInt(codeAlphabet.length);
  return Array.from({ length: codeLength }, () => {
    const sign = codeAlphabet[Number(left % base)] ?? '';
    left /= base;
    return sign;
  }).join('');
}

/** What is printed on a card: `7KQM-3XWA-P9TD`. */
export const codeOnPaper = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** The same in running text, where it stays in one line: typed or copied, it is read like any other. */
export const codeInText = (code: string): string => codeOnPaper(code).replaceAll('-', '\u2011');

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

/** Where a card's QR code leads. What stands behind `#` stays in the browser: no log of any proxy has the code. */
export const addressOfCode = (publicUrl: string, code: string): string => `${publicUrl}/welcome#${codeOnPaper(code)}`;
