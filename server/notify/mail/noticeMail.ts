import { z } from 'zod';
import type { ReadScope } from '../../host/scope.ts';
import { defineLateMail, type MailItem, type MailKind, type Recipient } from '../../mail/api.ts';
import { usualChannels } from '../domain/choice.ts';
import { namedText, noticeText } from '../noticeText.ts';
import type { NotifyParts } from '../parts.ts';
import { stillAllowed } from '../queries/mayHear.ts';
import { choicesOf } from '../store/choices.ts';
import { type MailedNotice, unreadAmong } from '../store/noticeMail.ts';
import { aroundNotices } from './around.ts';
import { say } from './say.ts';

const NoticeMail = z.strictObject({ noticeIds: z.array(z.uuid()).min(1).max(50) });
export type NoticeMail = z.infer<typeof NoticeMail>;

const sample = { noticeIds: ['01900000-0000-7000-8000-000000000001'] };

/** Unread notices by mail, soon after they came. What somebody has read meanwhile, or may no longer know, is left out. */
export const noticeMail = (parts: NotifyParts): MailKind<NoticeMail> =>
  defineLateMail({
    id: 'notify.notices',
    data: NoticeMail,
    sample,
    sampleValues: {
      subject: 'Ana Ruiz: Clases',
      notices: [
        { text: 'Ana Ruiz: Matemáticas (7A): 4 → 5', href: '/timetable' },
        { text: 'Анна Орлова: Физика (7Б)', href: '/timetable' },
      ],
    },
    valuesOf: async (scope, recipient, { noticeIds }) => {
      const told = await toldNow(scope, parts, recipient, noticeIds);
      if (told.length === 0) return undefined;
      return {
        subject: subjectOf(parts, recipient, told),
        notices: told.map(({ text, notice }) => ({ text, href: notice.link })),
      };
    },
    extrasOf: (scope, recipient, data) => extrasOf(scope, parts, recipient, data),
  });

/** Whoever looks over somebody's shoulder reads of a child no more than the name and what it is about in general. */
function subjectOf(parts: NotifyParts, recipient: Recipient, told: readonly Told[]): string {
  const [first] = told;
  if (!first || told.length > 1) return say(parts, recipient, 'mail.several', { count: told.length });
  if (first.name === undefined) return first.text;
  return namedText(
    parts.installation().texts,
    recipient.language,
    first.name,
    say(parts, recipient, `areas.${first.notice.area}`),
  );
}

/** The same for those who want one mail a day or a week: below the name of each child. */
export const digestMail = (parts: NotifyParts): MailKind<NoticeMail> =>
  defineLateMail({
    id: 'notify.digest',
    data: NoticeMail,
    sample,
    sampleValues: {
      count: 2,
      notices: [
        { text: 'Matemáticas (7A): 4 → 5', href: '/timetable', under: 'Ana Ruiz' },
        { text: 'Физика (7Б)', href: '/timetable', under: 'Анна Орлова' },
      ],
    },
    valuesOf: async (scope, recipient, { noticeIds }) => {
      const told = await toldNow(scope, parts, recipient, noticeIds);
      if (told.length === 0) return undefined;
      const items = told.map(({ bare, name, notice }): MailItem & { readonly under: string } => ({
        text: bare,
        href: notice.link,
        under: name ?? say(parts, recipient, 'mail.yourself'),
      }));
      return { count: items.length, notices: items.toSorted((a, b) => a.under.localeCompare(b.under)) };
    },
    extrasOf: (scope, recipient, data) => extrasOf(scope, parts, recipient, data),
  });

interface Told {
  readonly notice: MailedNotice;
  readonly name: string | undefined;
  readonly bare: string;
  /** With the child named. */
  readonly text: string;
}

async function toldNow(
  scope: ReadScope,
  parts: NotifyParts,
  recipient: Recipient,
  ids: readonly string[],
): Promise<readonly Told[]> {
  const notices = await wanted(scope, recipient, ids);
  const allowed = await stillAllowed(scope, parts, recipient.personId, notices);
  const about = await parts.people.peopleByIds(scope.db, [
    ...new Set(allowed.flatMap((one) => one.aboutPersonId ?? [])),
  ]);
  const names = new Map(about.map(({ id, name }) => [id, name]));
  const { texts } = parts.installation();
  return allowed.flatMap((notice) => {
    const bare = noticeText(texts, notice, recipient);
    if (bare === undefined) return [];
    const isOwn = notice.aboutPersonId === recipient.personId;
    const name = notice.aboutPersonId === null || isOwn ? undefined : names.get(notice.aboutPersonId);
    return [{ notice, name, bare, text: namedText(texts, recipient.language, name, bare) }];
  });
}

/** Unread, and of areas that the person has not switched off since. */
async function wanted(
  scope: ReadScope,
  { personId }: Recipient,
  ids: readonly string[],
): Promise<readonly MailedNotice[]> {
  const choices = (await choicesOf(scope.db, [personId])).get(personId);
  const unread = await unreadAmong(scope.db, personId, ids);
  return unread.filter(({ area }) => (choices?.get(area) ?? usualChannels).mail !== 'never');
}

async function extrasOf(scope: ReadScope, parts: NotifyParts, recipient: Recipient, { noticeIds }: NoticeMail) {
  return aroundNotices(scope, parts, recipient, await wanted(scope, recipient, noticeIds));
}
