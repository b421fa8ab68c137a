import type { ReadScope } from '../../host/scope.ts';
import type { NoticePage, NoticesQuery, NoticeView } from '../schemas.ts';
import { lookedAt } from '../store/choices.ts';
import { aboutWhom, countUnread, type Notice, noticesOf } from '../store/notices.ts';

/** Present names of people; ids of those who are gone are left out. */
export type NamesOf = (scope: ReadScope, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A page of one's own notices. Each names the child it is about as that child is called now. */
export async function listNotices(scope: ReadScope, page: NoticesQuery, namesOf: NamesOf): Promise<NoticePage> {
  const { personId } = scope.actor;
  const found = await noticesOf(scope.db, personId, {
    after: page.after,
    limit: page.limit + 1,
    area: page.area,
    aboutPersonId: page.aboutPersonId,
    isUnread: page.unread === 'true',
  });
  const shown = found.slice(0, page.limit);
  const names = await namesOf(scope, await aboutWhom(scope.db, personId));
  return {
    items: shown.map((notice) => viewOf(notice, names)),
    unread: await countUnread(scope.db, personId),
    lookedAt: (await lookedAt(scope.db, personId))?.toISOString() ?? null,
    about: [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)),
    next: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

const viewOf = (notice: Notice, names: ReadonlyMap<string, string>): NoticeView => ({
  id: notice.id,
  kind: notice.kind,
  area: notice.area,
  urgentReason: notice.urgentReason,
  about:
    notice.aboutPersonId === null ? null : { id: notice.aboutPersonId, name: names.get(notice.aboutPersonId) ?? null },
  params: notice.paramsJson,
  link: notice.link,
  createdAt: notice.createdAt.toISOString(),
  readAt: notice.readAt?.toISOString() ?? null,
});
