import type { WriteScope } from '../../host/scope.ts';
import type { MailApi, MailKind } from '../../mail/api.ts';
import type { PeopleApi } from '../../people/api.ts';
import { mailTime } from '../domain/mailTime.ts';
import type { NoticeMail } from '../mail/noticeMail.ts';
import { quietHoursOf } from '../queries/quietHours.ts';
import { peopleWithMailDue, planMail, takeForMail } from '../store/noticeMail.ts';

/** Plans a new notice's mail for each of the people who want notices by mail. */
export async function planNoticeMail(
  scope: WriteScope,
  { people, mail }: { readonly people: PeopleApi; readonly mail: MailApi },
  dedupeKey: string,
  personIds: readonly string[],
): Promise<void> {
  if (!mail.isOn || personIds.length === 0) return;
  const choices = await mail.choicesOf(scope.db, personIds);
  const contacts = await people.contactsByIds(scope.db, personIds);
  const reachable = new Set(contacts.filter(({ email }) => email !== null).map(({ id }) => id));
  const quiet = await quietHoursOf(scope, people, personIds);
  for (const { id, zone } of await people.peopleByIds(scope.db, personIds)) {
    const choice = choices.get(id) ?? 'soon';
    if (choice !== 'never' && reachable.has(id))
      await planMail(scope.db, id, dedupeKey, mailTime(choice, scope.now, zone, quiet.get(id)));
  }
}

const peopleAtOnce = 200;
/** A mail with more than this is no help; the rest waits in the product. */
const mostInOne = 50;

/** Hands the notices that are due to the outbox, one mail for each person. */
export async function mailNotices(scope: WriteScope, mail: MailApi, kind: MailKind<NoticeMail>): Promise<void> {
  const mails = [];
  for (const personId of await peopleWithMailDue(scope.db, scope.now, peopleAtOnce)) {
    const noticeIds = await takeForMail(scope.db, personId);
    if (noticeIds.length > 0) mails.push({ to: { personId }, data: { noticeIds: noticeIds.slice(-mostInOne) } });
  }
  if (mails.length > 0) await mail.send(scope, kind, mails);
}
