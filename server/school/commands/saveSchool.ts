import type { WriteScope } from '../../host/scope.ts';
import { dayBefore, dayOf, later } from '../../people/api.ts';
import { accessAroundStudents, accessOf } from '../access/accessChanges.ts';
import {
  courseChanged,
  gridChanged,
  groupChanged,
  holidayChanged,
  memberJoined,
  memberLeft,
  subgroupChanged,
  termChanged,
  tutorsChanged,
} from '../events.ts';
import { coursesByIds } from '../store/courses.ts';
import { replaceGrid } from '../store/grids.ts';
import { insertRows, type RevisedTable, updateRevised } from '../store/revised.ts';
import { endStays, insertStays, type StayKind, staysAfter } from '../store/writeStays.ts';
import type { Rows, SchoolBatch, Whom } from './schoolBatch.ts';

/** Stores home schools; people need them before the rest of the school needs people. */
export const saveHomeSchools = (scope: WriteScope, homeSchools: SchoolBatch['homeSchools']): Promise<void> =>
  saveRows(scope, 'school_home_school', homeSchools);

/** Stores many changes in a few statements and tells of each. Asks for no rights. */
export async function saveSchool(scope: WriteScope, batch: SchoolBatch): Promise<void> {
  await saveRows(scope, 'school_subject', { added: batch.subjects, changed: [] });
  await saveRows(scope, 'school_group', batch.groups);
  for (const { id } of [...batch.groups.added, ...batch.groups.changed]) scope.emit(groupChanged, { groupId: id });
  for (const { groupId, places } of batch.grids) {
    await replaceGrid(scope.db, groupId, places);
    scope.emit(gridChanged, { groupId });
  }
  await saveRows(scope, 'school_subgroup', { added: batch.subgroups, changed: [] });
  await saveTutors(scope, batch.tutors);
  await saveMembers(scope, batch);
  await saveCourses(scope, batch.courses);
  await saveDates(scope, batch);
}

async function saveRows(scope: WriteScope, table: RevisedTable, { added, changed }: Rows<object>): Promise<void> {
  await insertRows(scope.db, table, added);
  for (const { id, change } of changed) await updateRevised(scope.db, table, id, change);
}

const staysFrom = (whom: readonly Whom[], fromOn: string) =>
  whom.map(({ ownerId, personId }) => ({ ownerId, personId, fromOn, untilOn: null }));

/** Ends the stays of these people at once. */
async function leave(scope: WriteScope, kind: StayKind, whom: readonly Whom[]): Promise<void> {
  const lastOn = dayBefore(dayOf(scope.now));
  for (const { ownerId, personId } of whom)
    await endStays(scope.db, kind, await staysAfter(scope.db, kind, [ownerId], lastOn, [personId]), lastOn);
}

async function saveTutors(scope: WriteScope, { added, removed }: SchoolBatch['tutors']): Promise<void> {
  await leave(scope, 'tutor', removed);
  await insertStays(scope.db, 'tutor', staysFrom(added, dayOf(scope.now)));
  for (const groupId of new Set([...added, ...removed].map((one) => one.ownerId)))
    scope.emit(tutorsChanged, { groupId });
  accessOf(
    scope,
    [...added, ...removed].map((one) => one.personId),
  );
}

async function saveMembers(scope: WriteScope, batch: SchoolBatch): Promise<void> {
  const today = dayOf(scope.now);
  const { members, subgroupMembers } = batch;
  await leave(scope, 'subgroup', subgroupMembers.removed);
  await leave(scope, 'member', members.removed);
  await insertStays(scope.db, 'member', staysFrom(members.added, today));
  await insertStays(scope.db, 'subgroup', await subgroupStays(scope, subgroupMembers.added));
  for (const { ownerId: groupId, personId } of members.added)
    scope.emit(memberJoined, { groupId, personId, fromOn: today, untilOn: null });
  for (const { ownerId: groupId, personId } of members.removed)
    scope.emit(memberLeft, { groupId, personId, lastOn: dayBefore(today) });
  const parts = [...subgroupMembers.added, ...subgroupMembers.removed];
  for (const [subgroupId, groupId] of new Map(parts.map((one) => [one.ownerId, one.groupId])))
    scope.emit(subgroupChanged, { groupId, subgroupId });
  const moved = [...members.added, ...members.removed, ...parts];
  if (moved.length > 0)
    await accessAroundStudents(
      scope,
      [...new Set(moved.map((one) => one.personId))],
      [...new Set(members.removed.map((one) => one.ownerId))],
    );
}

/** A stay in a subgroup ends with the stay in its group. */
async function subgroupStays(scope: WriteScope, added: SchoolBatch['subgroupMembers']['added']) {
  const today = dayOf(scope.now);
  const groupIds = [...new Set(added.map((one) => one.groupId))];
  const inGroups = await staysAfter(scope.db, 'member', groupIds, dayBefore(today));
  return added.flatMap(({ ownerId, groupId, personId }) => {
    const stay = inGroups.find((one) => one.ownerId === groupId && one.personId === personId);
    return stay ? [{ ...stay, ownerId, fromOn: later(stay.fromOn, today) }] : [];
  });
}

async function saveCourses(scope: WriteScope, courses: SchoolBatch['courses']): Promise<void> {
  const before = await coursesByIds(
    scope.db,
    courses.changed.map((course) => course.id),
  );
  await saveRows(scope, 'school_course', courses);
  for (const { id, groupId } of courses.added) scope.emit(courseChanged, { courseId: id, groupId });
  for (const { id, groupId } of before) scope.emit(courseChanged, { courseId: id, groupId });
  const teachers = [...before, ...courses.added, ...courses.changed.map(({ change }) => change)];
  accessOf(
    scope,
    teachers.map((one) => one.teacherId ?? null),
  );
}

async function saveDates(scope: WriteScope, { terms, holidays }: SchoolBatch): Promise<void> {
  // Out of each other's way first: terms that move by a week would overlap with each other's old dates.
  for (const [at, { id }] of terms.changed.entries()) {
    const apart = `${1000 + at}-01-01`;
    await updateRevised(scope.db, 'school_term', id, { startsOn: apart, endsOn: apart });
  }
  await saveRows(scope, 'school_term', terms);
  await saveRows(scope, 'school_holiday', holidays);
  for (const { id } of [...terms.added, ...terms.changed]) scope.emit(termChanged, { termId: id });
  for (const { id, groupId } of holidays.added) scope.emit(holidayChanged, { holidayId: id, groupId });
  for (const { id, change } of holidays.changed)
    scope.emit(holidayChanged, { holidayId: id, groupId: change.groupId ?? null });
}
