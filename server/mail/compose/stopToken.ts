import { createHmac, timingSafeEqual } from 'node:crypto';

const signatureOf = (secret: string, personId: string): string =>
  createHmac('sha256', secret).update(`mail-stop ${personId}`).digest('base64url').slice(0, 32);

/** Stands in the footer of mails: whoever has it may switch off mails to this person, and nothing else. */
export const stopToken = (secret: string, personId: string): string => `${personId}.${signatureOf(secret, personId)}`;

/** Whose token it is; undefined when it was not made here. */
export function personOfStopToken(secret: string, token: string): string | undefined {
  const [personId = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, personId));
  return given.length === right.length && timingSafeEqual(given, right) ? personId : undefined;
}
