import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';

/** Where a lesson is entered, the same for its whole life: the group's own link, or the school's video server. */
export const joinAddressOf = ({ rooms }: Pick<Apis, 'rooms'>, { id, joinUrl }: Pick<Lesson, 'id' | 'joinUrl'>) =>
  joinUrl ?? rooms.addressOf(id);
