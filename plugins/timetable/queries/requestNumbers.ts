import { scopesOf } from '../../../server/access/actor.ts';
import { addDays } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { numbersOf } from '../domain/reschedule/numbers.ts';
import { changeLessons } from '../permissions.ts';
import type { NumbersQuery, RequestNumbers } from '../schemas/requestNumbers.ts';
import { requestsIn, stepsOf } from '../store/reschedules.ts';
import { namesOf } from './names.ts';

const usualDays = 90;

/** How requests about lessons of the actor's groups went; of the last three months unless told. */
export async function requestNumbers(apis: Apis, scope: ReadScope, query: NumbersQuery): Promise<RequestNumbers> {
  const untilOn = query.untilOn ?? dayOf(scope.now);
  const fromOn = query.fromOn ?? addDays(untilOn, -usualDays);
  const groups = apis.school.groupIdsWithin(scope, scopesOf(scope.actor, changeLessons));
  const requests = await requestsIn(
    scope.db,
    groups,
    new Date(`${fromOn}T00:00:00Z`),
    new Date(`${addDays(untilOn, 1)}T00:00:00Z`),
  );
  const steps = await stepsOf(
    scope.db,
    requests.map(({ id }) => id),
  );
  const { often, byReason, ...numbers } = numbersOf(requests, steps);
  const names = await namesOf(apis, scope.db, { people: often.map(({ personId }) => personId), courses: [] });
  return {
    fromOn,
    untilOn,
    ...numbers,
    byReason: [...byReason],
    often: often.map(({ personId, requests: count }) => ({
      person: { id: personId, name: names.person(personId) },
      requests: count,
    })),
  };
}
