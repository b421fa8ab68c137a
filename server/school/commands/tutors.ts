import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { dayBefore, dayOf, type PeopleApi } from '../../people/api.ts';
import { accessOf } from '../access/accessChanges.ts';
import { tutorsChanged } from '../events.ts';
import { alreadyTutor, notAMember, referenceUnknown } from '../problems.ts';
import type { NewTutor } from '../schemas/school.ts';
import { lockRevision, updateRevised } from '../store/revised.ts';
import { endStays, insertStays, staysAfter } from '../store/writeStays.ts';
import { groupToEdit } from './groups.ts';

/** Gives a group a tutor, who is marked as one. */
export const addTutor =
  (people: PeopleApi) =>
  async (scope: WriteScope, groupId: string, input: NewTutor): Promise<void> => {
    await groupToEdit(scope, groupId);
    await lockRevision(scope.db, 'school_group', groupId);
    const { personId, fromOn = dayOf(scope.now), untilOn } = input;
    await refusing(insertStays(scope.db, 'tutor', [{ ownerId: groupId, personId, fromOn, untilOn }]), [
      { guard: 'school_group_tutor_overlap', problem: alreadyTutor },
      { guard: 'school_group_tutor.group_id', problem: alreadyTutor },
      { guard: 'school_group_tutor_pkey', problem: alreadyTutor },
      {
        guard: 'reference',
        problem: referenceUnknown,
        extra: { issues: [{ in: 'body', path: ['personId'], code: 'unknown' }] },
      },
    ]);
    await people.grantRole(scope, { personId, role: 'tutor', scopeKind: 'self', homeSchoolId: null });
    await updateRevised(scope.db, 'school_group', groupId, {});
    scope.emit(tutorsChanged, { groupId });
    accessOf(scope, [personId]);
  };

/** Ends a tutor's work with a group: at once, or with `lastOn` as the last day. */
export async function removeTutor(
  scope: WriteScope,
  groupId: string,
  personId: string,
  lastOn: string = dayBefore(dayOf(scope.now)),
): Promise<void> {
  await groupToEdit(scope, groupId);
  await lockRevision(scope.db, 'school_group', groupId);
  const stays = await staysAfter(scope.db, 'tutor', [groupId], lastOn, [personId]);
  if (stays.length === 0) throw new Problem(notAMember, { groupId, personId });
  await endStays(scope.db, 'tutor', stays, lastOn);
  await updateRevised(scope.db, 'school_group', groupId, {});
  scope.emit(tutorsChanged, { groupId });
  accessOf(scope, [personId]);
}
