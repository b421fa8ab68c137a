import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import type { PeopleReach } from '../api.ts';
import { dayBefore, dayOf } from '../day.ts';
import { accessChanged } from '../events.ts';
import { editPeople } from '../permissions.ts';
import { datesReversed, guardianshipUnknown, notAStudent } from '../problems.ts';
import type { GuardianshipInput } from '../schemas.ts';
import { type Change, endGuardianship, findGuardianship, saveGuardianship } from '../store/guardianships.ts';

/** Who changes guardianships in this scope, and when. */
export const changeIn = (scope: WriteScope): Change => ({
  changedAt: scope.now,
  changedById: scope.actor.personId || null,
  newId: scope.newId,
});

/** Makes somebody a guardian, or changes how. Returns the id of the guardianship. */
export const addGuardianship =
  (reach: PeopleReach) =>
  async (scope: WriteScope, { fromOn = dayOf(scope.now), ...held }: GuardianshipInput): Promise<string> => {
    await reach.personAs(scope, editPeople, held.studentId);
    await reach.personAs(scope, editPeople, held.guardianId);
    if (held.untilOn !== null && held.untilOn < fromOn)
      throw new Problem(datesReversed, { fromOn, untilOn: held.untilOn });
    const id = await refusing(saveGuardianship(scope.db, { ...held, fromOn, id: scope.newId() }, changeIn(scope)), [
      { guard: 'reference', problem: notAStudent, extra: { field: 'studentId' } },
    ]);
    scope.emit(accessChanged, { personId: held.guardianId });
    return id;
  };

/** Ends a guardianship at once; one that began before today is kept as history. Answers whose it was. */
export const removeGuardianship =
  (reach: PeopleReach) =>
  async (scope: WriteScope, id: string): Promise<{ readonly studentId: string; readonly guardianId: string }> => {
    const held = await findGuardianship(scope.db, id);
    if (!held) throw new Problem(guardianshipUnknown, { id });
    await reach.personAs(scope, editPeople, held.studentId);
    await endGuardianship(scope.db, id, dayBefore(dayOf(scope.now)));
    scope.emit(accessChanged, { personId: held.guardianId });
    return { studentId: held.studentId, guardianId: held.guardianId };
  };

/** Makes `lastOn` the last day of a guardianship. Asks for no rights. */
export async function endOne(
  scope: WriteScope,
  { id, guardianId }: { readonly id: string; readonly guardianId: string },
  lastOn: string,
): Promise<void> {
  await endGuardianship(scope.db, id, lastOn);
  scope.emit(accessChanged, { personId: guardianId });
}
