import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { dayBefore, dayOf, later } from '../../people/api.ts';
import { accessAroundStudents } from '../access/accessChanges.ts';
import { lockAt } from '../access/lockAt.ts';
import { subgroupChanged } from '../events.ts';
import { nameTaken, notAMember, referenceUnknown, stillInUse, subgroupUnknown } from '../problems.ts';
import { groupIdOfSubgroup } from '../store/groups.ts';
import { deleteRow, insertRow, updateRevised } from '../store/revised.ts';
import { endStays, insertStays, staysAfter } from '../store/writeStays.ts';
import { groupToEdit } from './groups.ts';

/** A group has one subgroup of a name. */
export const subgroupNameGuards = [
  { guard: 'school_subgroup_group_id_name_unique', problem: nameTaken },
  { guard: 'school_subgroup.group_id, school_subgroup.name', problem: nameTaken },
];

/** Adds a subgroup without students. Returns its id. */
export async function addSubgroup(scope: WriteScope, groupId: string, name: string): Promise<string> {
  await groupToEdit(scope, groupId);
  const id = scope.newId();
  await refusing(insertRow(scope.db, 'school_subgroup', { id, groupId, name }), subgroupNameGuards);
  scope.emit(subgroupChanged, { groupId, subgroupId: id });
  return id;
}

/** Reaches a subgroup by its group, in order to change it. Returns the group's id. */
async function subgroupToEdit(scope: WriteScope, id: string): Promise<string> {
  const groupId = await groupIdOfSubgroup(scope.db, id);
  if (groupId === undefined) throw new Problem(subgroupUnknown, { id });
  await groupToEdit(scope, groupId);
  return groupId;
}

export async function renameSubgroup(scope: WriteScope, id: string, name: string, ifMatch: number): Promise<string> {
  const groupId = await subgroupToEdit(scope, id);
  await lockAt(scope, 'school_subgroup', id, ifMatch, subgroupUnknown);
  await refusing(updateRevised(scope.db, 'school_subgroup', id, { name }), subgroupNameGuards);
  scope.emit(subgroupChanged, { groupId, subgroupId: id });
  return groupId;
}

/** Deletes a subgroup that no course has. Returns the group's id. */
export async function removeSubgroup(scope: WriteScope, id: string): Promise<string> {
  const groupId = await subgroupToEdit(scope, id);
  await refusing(deleteRow(scope.db, 'school_subgroup', id), [{ guard: 'reference', problem: stillInUse }]);
  scope.emit(subgroupChanged, { groupId, subgroupId: id });
  return groupId;
}

/** Makes these students the members of a subgroup from today on. Returns the group's id. */
export async function setSubgroupMembers(
  scope: WriteScope,
  id: string,
  personIds: readonly string[],
  ifMatch: number,
): Promise<string> {
  const groupId = await subgroupToEdit(scope, id);
  await lockAt(scope, 'school_subgroup', id, ifMatch, subgroupUnknown);
  const today = dayOf(scope.now);
  const stays = await staysAfter(scope.db, 'subgroup', [id], dayBefore(today));
  const leaving = stays.filter(({ personId }) => !personIds.includes(personId));
  const entering = [...new Set(personIds)].filter((personId) => !stays.some((stay) => stay.personId === personId));
  await endStays(scope.db, 'subgroup', leaving, dayBefore(today));
  await enterSubgroup(scope, groupId, id, entering);
  await updateRevised(scope.db, 'school_subgroup', id, {});
  scope.emit(subgroupChanged, { groupId, subgroupId: id });
  await accessAroundStudents(scope, [...leaving.map(({ personId }) => personId), ...entering], [groupId]);
  return groupId;
}

/** A stay in a subgroup begins and ends with the rest of the stay in its group. */
export async function enterSubgroup(
  scope: WriteScope,
  groupId: string,
  ownerId: string,
  personIds: readonly string[],
): Promise<void> {
  const today = dayOf(scope.now);
  const inGroup = await staysAfter(scope.db, 'member', [groupId], dayBefore(today), personIds);
  const stranger = personIds.find((personId) => !inGroup.some((stay) => stay.personId === personId));
  if (stranger) throw new Problem(notAMember, { groupId, personId: stranger });
  const stays = inGroup.map((stay) => ({ ...stay, ownerId, fromOn: later(stay.fromOn, today) }));
  await refusing(insertStays(scope.db, 'subgroup', stays), [
    { guard: 'school_subgroup_within_group', problem: notAMember },
    { guard: 'reference', problem: referenceUnknown },
  ]);
}
