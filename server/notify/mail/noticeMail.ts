import { z } from 'zod';
import { actorOfPerson, type GrantSource } from '../../access/loadActor.ts';
import { readableValues } from '../../host/readableValues.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Texts } from '../../host/texts.ts';
import { defineLateMail, type MailItem, type MailKind, type Recipient } from '../../mail/api.ts';
import { type PeopleApi, readPeople } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { unreadAmong } from '../store/noticeMail.ts';
import type { Notice } from '../store/notices.ts';

const NoticeMail = z.strictObject({ noticeIds: z.array(z.uuid()).min(1).max(50) });
export type NoticeMail = z.infer<typeof NoticeMail>;

export interface NoticeMailParts {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  texts(): Texts;
  grantSources(): readonly GrantSource[];
}

/** Unread notices by mail. What somebody has read meanwhile, or may no longer know, is left out. */
export const noticeMail = (parts: NoticeMailParts): MailKind<NoticeMail> =>
  defineLateMail({
    id: 'notify.notices',
    isNotice: true,
    data: NoticeMail,
    sample: { noticeIds: ['01900000-0000-7000-8000-000000000001'] },
    sampleValues: {
      count: 2,
      notices: [
        { text: 'Ana Ruiz: Matemáticas (7A): 4 → 5', href: '/timetable' },
        { text: 'Анна Орлова: Физика (7Б)', href: '/timetable' },
      ],
    },
    valuesOf: async (scope, recipient, { noticeIds }) => {
      const told = await stillAllowed(
        scope,
        parts,
        recipient,
        await unreadAmong(scope.db, recipient.personId, noticeIds),
      );
      if (told.length === 0) return undefined;
      const items = await itemsOf(scope, parts, recipient, told);
      return items.length > 0 ? { count: items.length, notices: items } : undefined;
    },
  });

/** Leaves out what is about a child whom the receiver does not reach any more. */
async function stillAllowed(
  scope: ReadScope,
  { school, grantSources }: NoticeMailParts,
  { personId }: Recipient,
  notices: readonly Notice[],
): Promise<readonly Notice[]> {
  const actor = await actorOfPerson({ db: scope.db, personId, sessionId: '', now: scope.now }, grantSources());
  if (!actor) return [];
  const allowed: Notice[] = [];
  for (const notice of notices) {
    const { aboutPersonId } = notice;
    const isOwn = aboutPersonId === null || aboutPersonId === personId;
    if (isOwn || (await school.mayReachPerson({ ...scope, actor }, readPeople, aboutPersonId)) === 'yes')
      allowed.push(notice);
  }
  return allowed;
}

async function itemsOf(
  scope: ReadScope,
  { people, texts }: NoticeMailParts,
  { language, zone }: Recipient,
  notices: readonly Notice[],
): Promise<MailItem[]> {
  const about = await people.peopleByIds(scope.db, [...new Set(notices.flatMap((one) => one.aboutPersonId ?? []))]);
  const names = new Map(about.map(({ id, name }) => [id, name]));
  return notices.flatMap(({ kind, paramsJson, aboutPersonId, link }) => {
    const dot = kind.indexOf('.');
    const values = readableValues(paramsJson, language, zone);
    const text = texts().say(language, kind.slice(0, dot), `notices.${kind.slice(dot + 1)}`, values);
    if (text === undefined) return [];
    const name = aboutPersonId === null ? undefined : names.get(aboutPersonId);
    const named = name === undefined ? text : texts().say(language, 'notify', 'about', { name, text });
    return [{ text: named ?? text, href: link }];
  });
}
