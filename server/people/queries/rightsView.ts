import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { dayOf } from '../day.ts';
import { editPeople, seeRights } from '../permissions.ts';
import type { RightsView } from '../schemas.ts';
import { pastOf, storedOf } from '../store/guardianships.ts';
import { holdsOn, limitsOf } from '../store/limits.ts';
import { peopleByIds } from '../store/people.ts';
import { separationsOf } from '../store/separations.ts';

/** Who looks after a student, with which rights, since when and until when; for staff. */
export const rightsView =
  (reach: PeopleReach) =>
  async (scope: ReadScope, studentId: string): Promise<RightsView> => {
    const { db, now } = scope;
    await reach.personAs(scope, seeRights, studentId);
    const stored = await storedOf(db, studentId);
    const past = await pastOf(db, studentId);
    const limits = await limitsOf(
      db,
      stored.map(({ id }) => id),
    );
    const guardianIds = [...new Set([...stored, ...past].map(({ guardianId }) => guardianId))];
    const names = new Map((await peopleByIds(db, guardianIds)).map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => names.get(id) ?? '';
    const separations = await separationsOf(db, guardianIds);
    const [mayEdit] = await reach.reachedAmong(scope, editPeople, [studentId]);
    return {
      studentId,
      guardianships: stored.map(({ id, studentId: _, keptByConsentAt, ...held }) => ({
        ...held,
        guardianshipId: id,
        name: nameOf(held.guardianId),
        holds: holdsOn(held, dayOf(now)),
        isKept: keptByConsentAt !== null,
        limits: limits
          .filter(({ guardianshipId }) => guardianshipId === id)
          .map(({ id: limitId, guardianshipId: __, ...limit }) => ({
            ...limit,
            limitId,
            holds: holdsOn(limit, dayOf(now)),
          })),
      })),
      past: past.map(({ id: _, studentId: __, changedAt, ...held }) => ({
        ...held,
        name: nameOf(held.guardianId),
        changedAt: changedAt.toISOString(),
      })),
      separations: separations
        .filter(({ oneId, otherId }) => guardianIds.includes(oneId) && guardianIds.includes(otherId))
        .map(({ id, oneId, otherId, note }) => ({
          ...{ separationId: id, guardianId: oneId, otherGuardianId: otherId, note },
        })),
      may: { edit: mayEdit !== undefined },
    };
  };
