import type { WriteScope } from '../../host/scope.ts';
import { dayOf } from '../../people/api.ts';
import { chooseOwner } from '../domain/chooseOwner.ts';
import type { HelpParts } from '../parts.ts';
import { candidatesFor } from '../queries/candidates.ts';
import { ownersFor } from '../queries/owners.ts';
import { leftBehind, lockRequest, type RequestRow } from '../store/requests.ts';
import { giveTo } from './assign.ts';

/** So many at once; what is left goes on in the next run. */
const atOnce = 200;

/** Gives what waits for somebody who has left to the successor: the student's tutor of today, else the coordinator. */
export async function passOn(scope: WriteScope, parts: HelpParts): Promise<void> {
  for (const { id } of await leftBehind(scope.db, dayOf(scope.now), atOnce)) {
    const request = await lockRequest(scope.db, id);
    if (request && request.doneAt === null) await passOnOne(scope, parts, request);
  }
}

async function passOnOne(scope: WriteScope, parts: HelpParts, request: RequestRow): Promise<void> {
  // A tutor who left the group may still teach the student.
  if ((await ownersFor(scope, parts, request)).some((one) => one.id === request.ownerId)) return;
  const { aboutId: studentId, homeSchoolId, askedById } = request;
  const ownerId = chooseOwner(await candidatesFor(scope, parts, { studentId, homeSchoolId }), askedById);
  if (ownerId && ownerId !== request.ownerId) await giveTo(scope, parts, request, { ownerId, dueOn: request.dueOn });
}
