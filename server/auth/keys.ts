import { createHmac, hkdfSync } from 'node:crypto';

/** Keys for purposes of their own, made of the one secret that the installation has. */
export interface Keys {
  /** Under which a code is stored: whoever reads the table cannot try codes without the secret. */
  hashOfCode(code: string): string;
  /** Under which failures are counted; neither login nor address can be read from it. */
  hashOfAttempt(of: string): string;
  /** 256 bits for secrets of second factors. */
  readonly sealing: Buffer;
}

export function keysOf(secret: string): Keys {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tutoria', purpose, 32));
  const hashing = (purpose: string) => {
    const key = derived(purpose);
    return (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  };
  return { hashOfCode: hashing('codes'), hashOfAttempt: hashing('attempts'), sealing: derived('second factors') };
}
