import type { WriteScope } from '../../host/scope.ts';
import type { ReadNotices, UnreadCount } from '../schemas.ts';
import { countUnread, markRead } from '../store/notices.ts';
import { noticesTopic } from '../topics.ts';

/** Marks own notices as read; ids of other people's change nothing. */
export async function readNotices(scope: WriteScope, asked: ReadNotices): Promise<UnreadCount> {
  const { personId } = scope.actor;
  const marked = await markRead(scope.db, personId, 'ids' in asked ? asked.ids : undefined, scope.now);
  if (marked > 0) scope.touch(noticesTopic, personId);
  return { unread: await countUnread(scope.db, personId) };
}
