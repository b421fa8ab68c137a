import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { dayBefore, dayOf } from '../../people/api.ts';
import { accessAroundStudents } from '../access/accessChanges.ts';
import { memberJoined, memberLeft } from '../events.ts';
import { alreadyMember, notAMember, referenceUnknown } from '../problems.ts';
import type { NewMembers } from '../schemas/school.ts';
import { lockRevision, updateRevised } from '../store/revised.ts';
import { endStays, insertStays, staysAfter, subgroupIdsOf } from '../store/writeStays.ts';
import { groupToEdit } from './groups.ts';

/** Puts students into a group, from today unless told. */
export async function addMembers(scope: WriteScope, groupId: string, input: NewMembers): Promise<void> {
  await groupToEdit(scope, groupId);
  await lockRevision(scope.db, 'school_group', groupId);
  const { fromOn = dayOf(scope.now), untilOn } = input;
  const personIds = [...new Set(input.personIds)];
  const stays = personIds.map((personId) => ({ ownerId: groupId, personId, fromOn, untilOn }));
  await refusing(insertStays(scope.db, 'member', stays), [
    { guard: 'school_group_member_overlap', problem: alreadyMember },
    { guard: 'school_group_member.group_id', problem: alreadyMember },
    { guard: 'school_group_member_pkey', problem: alreadyMember },
    { guard: 'reference', problem: referenceUnknown, extra: { issues: [unknown('personIds')] } },
  ]);
  await updateRevised(scope.db, 'school_group', groupId, {});
  for (const personId of personIds) scope.emit(memberJoined, { groupId, personId, fromOn, untilOn });
  await accessAroundStudents(scope, personIds, [groupId]);
}

const unknown = (field: string) => ({ in: 'body', path: [field], code: 'unknown' });

/** Takes a student out of a group and its subgroups: at once, or with `lastOn` as the last day. */
export async function removeMember(
  scope: WriteScope,
  groupId: string,
  personId: string,
  lastOn: string = dayBefore(dayOf(scope.now)),
): Promise<void> {
  await groupToEdit(scope, groupId);
  await lockRevision(scope.db, 'school_group', groupId);
  const stays = await staysAfter(scope.db, 'member', [groupId], lastOn, [personId]);
  if (stays.length === 0) throw new Problem(notAMember, { groupId, personId });
  await accessAroundStudents(scope, [personId], [groupId]);
  const subgroupIds = await subgroupIdsOf(scope.db, groupId);
  await endStays(scope.db, 'subgroup', await staysAfter(scope.db, 'subgroup', subgroupIds, lastOn, [personId]), lastOn);
  await endStays(scope.db, 'member', stays, lastOn);
  await updateRevised(scope.db, 'school_group', groupId, {});
  const began = stays.some(({ fromOn }) => fromOn <= lastOn);
  scope.emit(memberLeft, { groupId, personId, lastOn: began ? lastOn : null });
}
