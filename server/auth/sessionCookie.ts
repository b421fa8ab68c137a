import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parse } from 'cookie';
import { unsign } from 'cookie-signature';

/** `__Host-` binds the cookie to this very host, but browsers take it over TLS only. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-tutoria.sid' : 'tutoria.sid');

/** Under what a session is stored and named to other processes; the cookie's own id never leaves the browser. */
export const sessionIdOf = (sid: string): string => createHash('sha256').update(sid).digest('hex');

/** The id in a handshake's cookie; undefined when there is none or its signature does not fit. */
export function sidOf(request: IncomingMessage, name: string, secret: string): string | undefined {
  const value = parse(request.headers.cookie ?? '')[name];
  if (!value?.startsWith('s:')) return undefined;
  const sid = unsign(value.slice(2), secret);
  return sid === false ? undefined : sid;
}
