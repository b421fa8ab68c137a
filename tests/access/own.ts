import { createHash } from 'node:crypto';
import { unsign } from 'cookie-signature';
import { sessionIdOf } from '../../server/auth/sessionCookie.ts';
import { stopToken } from '../../server/notify/stopToken.ts';
import type { TestApp } from '../harness/eachApp.ts';
import { beginSession } from '../harness/testAgent.ts';

/** What is one student's own. */
export interface Own {
  /** Another sign-in of theirs, which they may end. */
  readonly sessionId: string;
  readonly noticeId: string;
  readonly deviceId: string;
  /** That mail does not reach them. */
  readonly troubleId: string;
  /** What stands in a link at the end of their mails. */
  readonly stopLink: string;
}

export async function makeOwn({ app }: TestApp, personId: string): Promise<Own> {
  const { value } = await beginSession(app, personId);
  const sid = unsign(decodeURIComponent(value).slice(2), app.config.sessionSecret);
  const [noticeId, deviceId, troubleId] = [app.newId(), app.newId(), app.newId()];
  const now = app.clock();
  const notice = { kind: 'year.account-closes', area: 'account', link: '/account', dedupeKey: noticeId };
  const paramsJson = JSON.stringify({ closesOn: '2027-09-01' });
  const device = { endpoint: `https://push.example/${deviceId}`, p256dh: 'A', auth: 'A', label: 'Phone', addedAt: now };
  const trouble = { channel: 'mail', reason: 'unknown', sinceAt: now, lastAt: now };
  await app.database.write(async (trx) => {
    await trx('notify_notice').insert({ id: noticeId, personId, ...notice, paramsJson, createdAt: now });
    await trx('notify_device').insert({ id: deviceId, personId, ...device });
    await trx('notify_trouble').insert({ id: troubleId, personId, ...trouble });
  });
  const stopLink = stopToken(app.config.sessionSecret, { personId, areas: ['lessons'] });
  return { sessionId: sid ? sessionIdOf(sid) : '', noticeId, deviceId, troubleId, stopLink };
}

/** The secret of a feed, by its id, and how it is kept. */
export const feedSecret = (feedId: string): string => feedId.replaceAll('-', '').padEnd(43, 'x');
export const feedHash = (feedId: string): string => createHash('sha256').update(feedSecret(feedId)).digest('hex');
