import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleReach } from '../api.ts';
import { dayBefore, dayOf } from '../day.ts';
import { accessChanged } from '../events.ts';
import { editPeople } from '../permissions.ts';
import { datesReversed, guardianshipUnknown, limitUnknown, separationUnknown } from '../problems.ts';
import type { LimitInput, SeparationInput } from '../schemas.ts';
import { findGuardianship } from '../store/guardianships.ts';
import { endLimit, findLimit, insertLimit } from '../store/limits.ts';
import { deleteSeparation, findSeparation, saveSeparation } from '../store/separations.ts';

const byWhom = (scope: WriteScope) => ({ madeAt: scope.now, madeById: scope.actor.personId || null });

/** Writes down what a court has decided. Returns the student whose guardianship it is. */
export const limitGuardianship =
  (reach: PeopleReach) =>
  async (scope: WriteScope, guardianshipId: string, input: LimitInput): Promise<string> => {
    const held = await findGuardianship(scope.db, guardianshipId);
    if (!held) throw new Problem(guardianshipUnknown, { id: guardianshipId });
    await reach.personAs(scope, editPeople, held.studentId);
    const { fromOn = dayOf(scope.now), ...limit } = input;
    if (limit.untilOn !== null && limit.untilOn < fromOn)
      throw new Problem(datesReversed, { fromOn, untilOn: limit.untilOn });
    await insertLimit(scope.db, { ...limit, ...byWhom(scope), id: scope.newId(), guardianshipId, fromOn });
    scope.emit(accessChanged, { personId: held.guardianId });
    return held.studentId;
  };

/** Ends a limit at once; one that began before today is kept as history. Returns the student. */
export const liftLimit =
  (reach: PeopleReach) =>
  async (scope: WriteScope, id: string): Promise<string> => {
    const limit = await findLimit(scope.db, id);
    const held = limit && (await findGuardianship(scope.db, limit.guardianshipId));
    if (!held) throw new Problem(limitUnknown, { id });
    await reach.personAs(scope, editPeople, held.studentId);
    await endLimit(scope.db, id, dayBefore(dayOf(scope.now)));
    scope.emit(accessChanged, { personId: held.guardianId });
    return held.studentId;
  };

/** From now on two guardians do not find each other's contacts. Returns the id of the mark. */
export const separateGuardians =
  (reach: PeopleReach) =>
  async (scope: WriteScope, { guardianId, otherGuardianId, note }: SeparationInput): Promise<string> => {
    for (const id of [guardianId, otherGuardianId]) await reach.personAs(scope, editPeople, id);
    const pair = { oneId: guardianId, otherId: otherGuardianId, note };
    const id = await saveSeparation(scope.db, { ...pair, ...byWhom(scope), id: scope.newId() });
    for (const personId of [guardianId, otherGuardianId]) scope.emit(accessChanged, { personId });
    return id;
  };

/** Takes the mark away. Returns the two people. */
export const joinSeparated =
  (reach: PeopleReach) =>
  async (scope: WriteScope, id: string): Promise<readonly string[]> => {
    const separation = await findSeparation(scope.db, id);
    if (!separation) throw new Problem(separationUnknown, { id });
    const pair = [separation.oneId, separation.otherId];
    for (const personId of pair) await reach.personAs(scope, editPeople, personId);
    await deleteSeparation(scope.db, id);
    for (const personId of pair) scope.emit(accessChanged, { personId });
    return pair;
  };
