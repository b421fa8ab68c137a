import { Id } from '../../server/people/api.ts';
import { defineTopic, type Topic } from '../../server/realtime/topic.ts';
import type { SchoolAccess } from '../../server/school/api.ts';
import { draftsOf } from './access/draftAs.ts';

/** One draft; the key is its id. Whoever composes it may watch. */
export const draftTopic = (school: Pick<SchoolAccess, 'groupIdsWithin'>): Topic =>
  defineTopic({
    name: 'timetable.draft',
    mayWatch: async (scope, key) =>
      Id.safeParse(key).success && (await draftsOf(school, scope).where('draft.id', key)).length > 0,
  });
