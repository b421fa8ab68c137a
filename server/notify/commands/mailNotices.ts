import type { WriteScope } from '../../host/scope.ts';
import type { MailKind } from '../../mail/api.ts';
import { bundlesOf, type Waiting } from '../domain/bundles.ts';
import { usualChannels } from '../domain/choice.ts';
import { quietUntil } from '../domain/quietHours.ts';
import type { NoticeMail } from '../mail/noticeMail.ts';
import type { NotifyParts } from '../parts.ts';
import { type FullReceiver, receiversOf } from '../queries/receivers.ts';
import { type MailFate, peopleWithMailDue, settleMail, type WaitingRow, waitingForMail } from '../store/noticeMail.ts';

const peopleAtOnce = 200;
/** A mail with more than this is no help; the rest waits in the product. */
const mostInOne = 50;

export interface NoticeMails {
  readonly soon: MailKind<NoticeMail>;
  readonly digest: MailKind<NoticeMail>;
}

/** Hands the notices that are due to the outbox. Choices, quiet hours and addresses are those of this moment. */
export async function mailNotices(scope: WriteScope, parts: NotifyParts, kinds: NoticeMails): Promise<void> {
  const personIds = await peopleWithMailDue(scope.db, scope.now, peopleAtOnce);
  if (personIds.length === 0) return;
  const receivers = await receiversOf(scope, parts, personIds);
  const fates: MailFate[] = [];
  const ready: Waiting[] = [];
  for (const row of await waitingForMail(scope.db, personIds)) {
    const decided = decide(row, receivers.get(row.personId), scope.now);
    if (decided.kind === 'goes') ready.push(decided.waiting);
    else fates.push({ id: row.id, mailDueAt: decided.until });
  }
  fates.push(...(await handOver(scope, parts, kinds, ready)));
  await settleMail(scope.db, fates);
}

type Decided =
  | { readonly kind: 'goes'; readonly waiting: Waiting }
  /** Looked at again then; null: never. */
  | { readonly kind: 'stays'; readonly until: Date | null };

function decide(row: WaitingRow, receiver: FullReceiver | undefined, now: Date): Decided {
  const rule = receiver && (receiver.choices.get(row.area) ?? usualChannels).mail;
  if (!receiver?.hasMail || rule === 'never' || row.readAt) return { kind: 'stays', until: null };
  const quiet = row.urgentReason === null ? quietUntil(receiver.quiet, now, receiver.zone) : undefined;
  if (quiet && row.mailDueAt <= now) return { kind: 'stays', until: quiet };
  const thread = row.replyOwner === null ? null : `${row.replyOwner} ${row.replyKey}`;
  const { id, personId, mailDueAt } = row;
  return { kind: 'goes', waiting: { id, personId, mailDueAt, thread, mailRule: row.mailRule ?? 'soon' } };
}

async function handOver(
  scope: WriteScope,
  { mail }: NotifyParts,
  { soon, digest }: NoticeMails,
  ready: readonly Waiting[],
): Promise<MailFate[]> {
  const bundles = bundlesOf(ready, scope.now);
  const fates: MailFate[] = [];
  for (const kind of [soon, digest]) {
    const own = bundles.filter(({ rule }) => (rule === 'soon') === (kind === soon));
    if (own.length === 0) continue;
    const mails = own.map(({ personId, noticeIds }) => ({
      to: { personId },
      data: { noticeIds: noticeIds.slice(-mostInOne) },
    }));
    const mailIds = await mail.send(scope, kind, mails);
    for (const [nth, { noticeIds }] of own.entries())
      fates.push(...noticeIds.map((id) => ({ id, mailDueAt: null, mailId: mailIds[nth] ?? '' })));
  }
  return fates;
}
