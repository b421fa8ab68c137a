import { createHmac, hkdfSync } from 'node:crypto';
import { codeFrom } from './domain/code.ts';

/** Keys for purposes of their own, made of the one secret that the installation has. */
export interface Keys {
  /** Under which a code is stored: whoever reads the table cannot try codes without the secret. */
  hashOfCode(code: string): string;
  /**
   * The code of a row of codes: made of its id, so that a mail or a sheet can be made later and the code itself is
   * stored nowhere.
   */
  codeOf(id: string): string;
  /** Under which failures are counted; neither login nor address can be read from it. */
  hashOfAttempt(of: string): string;
  /** 256 bits for secrets of second factors. */
  readonly sealing: Buffer;
  /** 256 bits for sheets of cards. */
  readonly sheets: Buffer;
}

export function keysOf(secret: string): Keys {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tutoria', purpose, 32));
  const hashing = (purpose: string) => {
    const key = derived(purpose);
    return (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  };
  const making = derived('making codes');
  return {
    codeOf: (id) => codeFrom(createHmac('sha256', making).update(id).digest()),
    hashOfCode: hashing('codes'),
    hashOfAttempt: hashing('attempts'),
    sealing: derived('second factors'),
    sheets: derived('sheets of cards'),
  };
}
