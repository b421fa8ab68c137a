import type { IssuedCode } from '../commands/issueCodes.ts';
import { addressOfCode, codeOnPaper } from '../domain/code.ts';
import { qrSquares } from '../qrSquares.ts';
import type { IssuedCodes } from '../schemas.ts';

/** Codes as they are shown this once, with the address and its picture. */
export const issuedView = (publicUrl: string, issued: readonly IssuedCode[]): IssuedCodes => ({
  items: issued.map(({ code, expiresAt, ...one }) => ({
    ...one,
    code: codeOnPaper(code),
    address: addressOfCode(publicUrl, code),
    qr: qrSquares(addressOfCode(publicUrl, code)),
    expiresAt: expiresAt.toISOString(),
  })),
});
