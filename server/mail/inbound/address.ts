import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed address stands for: an answer to a thread, or a report about one mail. */
export interface Addressed {
  readonly kind: 'reply' | 'bounce';
  readonly id: string;
}

const letters = { reply: 'r', bounce: 'b' } as const;

/** 64 bits, in letters that survive a mail server that turns addresses into small ones. */
const signatureOf = (secret: string, said: string): string =>
  createHmac('sha256', secret).update(`mail-address ${said}`).digest('hex').slice(0, 16);

/** `reply@in.example` becomes `reply+<token>@in.example`; before the @ there is room for 64 characters (RFC 5321, 4.5.3.1.1). */
export function signedAddress(secret: string, base: string, { kind, id }: Addressed): string {
  const [local, domain] = base.split('@');
  const said = `${letters[kind]}${id.replaceAll('-', '')}`;
  return `${local}+${said}${signatureOf(secret, said)}@${domain}`;
}

/** What an address stands for; undefined when it is not one of ours. */
export function readAddress(secret: string, base: string, address: string): Addressed | undefined {
  const [local = '', domain = ''] = base.toLowerCase().split('@');
  const [, said, given] = /\+([rb][0-9a-f]{32})([0-9a-f]{16})@/.exec(address.toLowerCase()) ?? [];
  if (!said || !given || address.toLowerCase() !== `${local}+${said}${given}@${domain}`) return undefined;
  if (!timingSafeEqual(Buffer.from(signatureOf(secret, said)), Buffer.from(given))) return undefined;
  const id = said.slice(1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { kind: said.startsWith('r') ? 'reply' : 'bounce', id };
}
