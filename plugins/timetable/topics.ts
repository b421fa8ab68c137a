import { defineTopic } from '../../server/realtime/topic.ts';
import type { Apis } from './apis.ts';
import { seeLessons } from './permissions.ts';

/** One person's lessons; the key is the person. Touched for everybody whom a change concerns. */
export const personTopic = (school: Pick<Apis['school'], 'mayReachPerson'>) =>
  defineTopic({
    name: 'timetable.person',
    mayWatch: async (scope, key) =>
      scope.actor.kind === 'person' &&
      (key === scope.actor.personId || (await school.mayReachPerson(scope, seeLessons, key)) === 'yes'),
  });
