import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { LinkRow } from './store/links.ts';

/** Signs links with keys made of the one secret that the installation has. */
export interface LinkKeys {
  /**
   * The secret part of a link's address: a signature over all that it stands for. It is made anew of the row when a mail
   * is written, so it is stored nowhere.
   */
  tokenOf(link: SignedPart): string;
  /** Under which a link is found; nobody makes an address of it. */
  hashOf(token: string): string;
  /** Whether this token was made for exactly this row. */
  fits(token: string, link: SignedPart): boolean;
}

type SignedPart = Pick<LinkRow, 'id' | 'kind' | 'personId' | 'subject' | 'expiresAt'>;

export function linkKeys(secret: string): LinkKeys {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tutoria', purpose, 32));
  const signing = derived('signing links');
  const hashing = derived('finding links');
  const tokenOf = ({ id, kind, personId, subject, expiresAt }: SignedPart): string =>
    createHmac('sha256', signing)
      .update(JSON.stringify([id, kind, personId, subject, expiresAt.getTime()]))
      .digest('base64url');
  return {
    tokenOf,
    hashOf: (token) => createHmac('sha256', hashing).update(token).digest('hex'),
    fits: (token, link) => {
      const given = Buffer.from(token);
      const right = Buffer.from(tokenOf(link));
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
