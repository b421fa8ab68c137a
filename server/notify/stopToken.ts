import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NoticeArea, noticeAreas } from './domain/area.ts';

/** What a link in a mail switches off, and for whom. */
export interface Stop {
  readonly personId: string;
  readonly areas: readonly NoticeArea[];
}

const signatureOf = (secret: string, said: string): string =>
  createHmac('sha256', secret).update(`mail-stop ${said}`).digest('base64url').slice(0, 32);

/** Whoever has it may switch off mails of these areas to this person, and nothing else. */
export function stopToken(secret: string, { personId, areas }: Stop): string {
  const said = `${personId}~${areas.map((area) => noticeAreas.indexOf(area)).join('')}`;
  return `${said}.${signatureOf(secret, said)}`;
}

/** What a token stands for; undefined when it was not made here. Those of earlier mails name no area and mean all. */
export function stopOf(secret: string, token: string): Stop | undefined {
  const [said = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, said));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [personId = '', digits] = said.split('~');
  return {
    personId,
    areas: digits === undefined ? noticeAreas : [...digits].flatMap((at) => noticeAreas[Number(at)] ?? []),
  };
}
