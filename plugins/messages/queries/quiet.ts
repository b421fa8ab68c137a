import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { speaksForSchool } from '../domain/staff.ts';
import type { ThreadView } from '../schemas.ts';

/**
 * Whom a message of this moment reaches in quiet hours, and when these end by their own clocks. Staff see it of everybody,
 * families of staff alone: where one parent lives is not for the other.
 */
export async function quietOf(
  apis: Apis,
  scope: ReadScope,
  personIds: readonly string[],
): Promise<ThreadView['quiet']> {
  const { people, school, notify } = apis;
  const others = personIds.filter((id) => id !== scope.actor.personId);
  if (!notify || others.length === 0) return [];
  const staff = speaksForSchool(scope.actor) ? undefined : await school.staffRolesAmong(scope, others);
  const until = await notify.quietAmong(scope, staff ? others.filter((id) => staff.has(id)) : others);
  const cards = await people.peopleByIds(scope.db, [...until.keys()]);
  return cards.flatMap(({ id, name, zone }) => {
    const end = until.get(id);
    return end ? [{ id, name, zone, until: end.toISOString() }] : [];
  });
}
