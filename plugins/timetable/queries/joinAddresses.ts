import type { Knex } from 'knex';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { withOwnLink } from '../store/roomChoices.ts';

type Joined = Pick<Lesson, 'id' | 'joinUrl' | 'groupId' | 'teacherId'>;

/**
 * Looks up where lessons are entered, the same for their whole life: the group's own link, or the product's own door, which
 * leads to the video server or to the link that group or teacher chose. Null where there is nothing behind the door.
 */
export async function joinAddresses(
  { rooms }: Pick<Apis, 'rooms'>,
  db: Knex,
  lessons: readonly Joined[],
): Promise<(lesson: Joined) => string | null> {
  const open = lessons.filter(({ joinUrl }) => joinUrl === null);
  const linked =
    open.length === 0 || rooms.providers.length > 0
      ? new Set<string>()
      : await withOwnLink(
          db,
          [...new Set(open.map(({ groupId }) => groupId))],
          [...new Set(open.flatMap(({ teacherId }) => teacherId ?? []))],
        );
  return ({ id, joinUrl, groupId, teacherId }) => {
    if (joinUrl !== null) return joinUrl;
    return linked.has(groupId) || linked.has(teacherId ?? '') ? rooms.doorOf(id) : rooms.addressOf(id);
  };
}
