import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { publishTimetable } from '../permissions.ts';
import { publicationUnknown } from '../problems.ts';
import { groupIdsOfPublication, type Publication, publicationById } from '../store/publications.ts';

type School = Pick<Apis['school'], 'groupIdsWithin'>;

/** The publication, if the actor reaches one of its groups. `groupIds` are those within reach. */
export async function publicationToSee(
  school: School,
  scope: ReadScope,
  id: string,
): Promise<{ readonly publication: Publication; readonly groupIds: readonly string[]; readonly isWhole: boolean }> {
  const publication = await publicationById(scope.db, id);
  if (!publication) throw new Problem(publicationUnknown, { id });
  const all = await groupIdsOfPublication(scope.db, id);
  const within = school.groupIdsWithin(scope, scopesOf(scope.actor, publishTimetable));
  const reached: readonly { readonly id: string }[] = await scope
    .db(within.as('within'))
    .whereIn('within.id', [...all])
    .select('within.id');
  if (reached.length === 0) throw new Problem(publicationUnknown, { id });
  return { publication, groupIds: reached.map((one) => one.id), isWhole: reached.length === all.length };
}
