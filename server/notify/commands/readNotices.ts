import type { WriteScope } from '../../host/scope.ts';
import type { Looked, ReadNotices, UnreadCount } from '../schemas.ts';
import { saveLook } from '../store/choices.ts';
import { countUnread, markRead } from '../store/notices.ts';
import { noticesTopic } from '../topics.ts';

/** Marks own notices as read; ids of other people's change nothing. */
export async function readNotices(scope: WriteScope, asked: ReadNotices): Promise<UnreadCount> {
  const { personId } = scope.actor;
  const marked = await markRead(scope.db, personId, asked, scope.now);
  if (marked > 0) scope.touch(noticesTopic, personId);
  return { unread: await countUnread(scope.db, personId) };
}

/** Remembers that the actor has looked at all that came so far. */
export async function lookAtNotices(scope: WriteScope): Promise<Looked> {
  await saveLook(scope.db, scope.actor.personId, scope.now);
  return { lookedAt: scope.now.toISOString() };
}
