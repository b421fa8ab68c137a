import { may } from '../../access/actor.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf } from '../../people/api.ts';
import type { HelpAsked } from '../api.ts';
import { chooseOwner } from '../domain/chooseOwner.ts';
import { dueOn } from '../domain/dueOn.ts';
import type { HelpParts } from '../parts.ts';
import { askForWorkplace } from '../permissions.ts';
import { workplaceIsForStaff } from '../problems.ts';
import { candidatesFor, concernOf } from '../queries/candidates.ts';
import { insertRequest } from '../store/requests.ts';

/** Stores what the actor asks, gives it to whoever answers, and tells them. Returns its id. */
export async function ask(scope: WriteScope, parts: HelpParts, asked: HelpAsked): Promise<string> {
  const { kind, question, studentId = null, origin } = asked;
  if (kind === 'workplace' && !may(scope.actor, askForWorkplace)) throw new Problem(workplaceIsForStaff);
  const { personId } = scope.actor;
  const concern = await concernOf(scope, parts, studentId);
  const ownerId = chooseOwner(await candidatesFor(scope, parts, concern), personId) ?? null;
  const id = scope.newId();
  await insertRequest(scope.db, {
    id,
    kind,
    state: 'open',
    question,
    askedById: personId,
    aboutId: studentId,
    ownerId,
    homeSchoolId: concern.homeSchoolId,
    originTitle: origin?.title ?? null,
    originLink: origin?.link ?? null,
    askedAt: scope.now,
    dueOn: dueOn(kind, dayOf(scope.now)),
    doneAt: null,
  });
  if (ownerId)
    await parts.notify.tell(scope, {
      personIds: [ownerId],
      kind: 'help.asked',
      ...(studentId ? { aboutPersonId: studentId } : {}),
      params: {},
      link: `/help/${id}`,
      dedupeKey: `help.asked:${id}`,
    });
  return id;
}
