import type { ReadScope } from '../../host/scope.ts';
import type { MailExtras, Recipient } from '../../mail/api.ts';
import { usualChannels } from '../domain/choice.ts';
import type { NotifyParts } from '../parts.ts';
import { stillAllowed } from '../queries/mayHear.ts';
import { choicesOf } from '../store/choices.ts';
import { noticeByKey } from '../store/noticeMail.ts';
import { aroundNotices } from './around.ts';

/** What goes around a mail of its own about a notice; undefined when this person may not, or does not want to, hear of it by mail any more. */
export async function aroundApart(
  scope: ReadScope,
  parts: NotifyParts,
  recipient: Recipient,
  dedupeKey: string,
): Promise<MailExtras | undefined> {
  const { personId } = recipient;
  const notice = await noticeByKey(scope.db, personId, dedupeKey);
  const [allowed] = notice ? await stillAllowed(scope, parts, personId, [notice]) : [];
  if (!allowed) return undefined;
  const chosen = (await choicesOf(scope.db, [personId])).get(personId)?.get(allowed.area) ?? usualChannels;
  return chosen.mail === 'never' ? undefined : aroundNotices(scope, parts, recipient, [allowed]);
}
