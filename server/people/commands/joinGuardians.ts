import type { WriteScope } from '../../host/scope.ts';
import { allHeldBy } from '../access/held.ts';
import { dayBefore, dayOf } from '../day.ts';
import { accessChanged, accessEnded, personChanged } from '../events.ts';
import { endGuardianship, saveGuardianship } from '../store/guardianships.ts';
import { updatePerson } from '../store/writePeople.ts';
import type { ChildOf } from '../views.ts';
import { changeIn } from './guardianships.ts';

/** Makes somebody the guardian of a student from today. Asks for no rights. */
export async function addChild(scope: WriteScope, child: ChildOf & { readonly guardianId: string }): Promise<void> {
  const row = { ...child, id: scope.newId(), fromOn: dayOf(scope.now), untilOn: null };
  await saveGuardianship(scope.db, row, changeIn(scope));
  scope.emit(accessChanged, { personId: child.guardianId });
}

/**
 * Two records of one parent, as two home schools bring them: the children of the first go to the second, and the
 * first is no longer active. Returns the children that came. Asks for no rights.
 */
export async function joinGuardians(scope: WriteScope, fromId: string, intoId: string): Promise<readonly string[]> {
  const { db, now } = scope;
  const [held, own] = [await allHeldBy({ db, now }, [fromId]), await allHeldBy({ db, now }, [intoId])];
  const already = new Set(own.map(({ studentId }) => studentId));
  const coming = held.filter(({ studentId }) => !already.has(studentId));
  for (const { studentId, relation, mayAct } of coming)
    await addChild(scope, { guardianId: intoId, studentId, relation, mayAct });
  for (const { id } of held) await endGuardianship(db, id, dayBefore(dayOf(now)));
  await updatePerson(db, fromId, { isActive: false });
  for (const event of [personChanged, accessChanged, accessEnded]) scope.emit(event, { personId: fromId });
  return coming.map(({ studentId }) => studentId);
}
