import type { Many } from '../../db/laid.ts';
import type { Lay } from '../../db/lay.ts';
import type { WriteScope } from '../../host/scope.ts';
import { dayBefore, dayOf, later } from '../../people/api.ts';
import { accessAroundStudents, accessOf } from '../access/accessChanges.ts';
import {
  courseChanged,
  gridChanged,
  groupChanged,
  holidayChanged,
  membersChanged,
  subgroupChanged,
  termChanged,
  tutorsChanged,
} from '../events.ts';
import { coursesByIds } from '../store/courses.ts';
import { gridTable, placesOf, replaceGrids } from '../store/grids.ts';
import { insertRows, type RevisedTable, updateManyRevised } from '../store/revised.ts';
import {
  endStays,
  insertStayRows,
  insertStays,
  type StayKind,
  stayRows,
  staysAfter,
  stayTable,
} from '../store/writeStays.ts';
import type { Rows, SchoolBatch, SchoolRows, Whom } from './schoolBatch.ts';

/** Stores home schools; people need them before the rest of the school needs people. */
export const saveHomeSchools = (scope: WriteScope, homeSchools: SchoolBatch['homeSchools']): Promise<void> =>
  saveRows(scope, 'school_home_school', homeSchools);

/** Lays out what is most of a batch, before the transaction that stores it. */
export async function laySchool(lay: Lay, at: Pick<WriteScope, 'now'>, batch: SchoolBatch): Promise<SchoolRows> {
  const { places, members } = schoolRows(at, batch);
  return { places: await lay(gridTable, places), members: await lay(stayTable('member'), members) };
}

const schoolRows = ({ now }: Pick<WriteScope, 'now'>, { grids, members }: SchoolBatch) => ({
  places: placesOf(grids),
  members: stayRows('member', staysFrom(members.added, dayOf(now))),
});

/** Stores many changes in a few statements and tells of each. Asks for no rights. */
export async function saveSchool(
  scope: WriteScope,
  batch: SchoolBatch,
  laid: SchoolRows = schoolRows(scope, batch),
): Promise<void> {
  await saveRows(scope, 'school_subject', { added: batch.subjects, changed: [] });
  await saveRows(scope, 'school_group', batch.groups);
  for (const { id } of [...batch.groups.added, ...batch.groups.changed]) scope.emit(groupChanged, { groupId: id });
  await replaceGrids(scope.db, batch.grids, laid.places);
  for (const { groupId } of batch.grids) scope.emit(gridChanged, { groupId });
  await saveRows(scope, 'school_subgroup', { added: batch.subgroups, changed: [] });
  await saveTutors(scope, batch);
  await saveMembers(scope, batch, laid.members);
  await saveCourses(scope, batch.courses);
  await saveDates(scope, batch);
}

async function saveRows(scope: WriteScope, table: RevisedTable, { added, changed }: Rows<object>): Promise<void> {
  await insertRows(scope.db, table, added);
  await updateManyRevised(
    scope.db,
    table,
    changed.map(({ id, change }) => ({ ...change, id })),
  );
}

const staysFrom = (whom: readonly Whom[], fromOn: string) =>
  whom.map(({ ownerId, personId }) => ({ ownerId, personId, fromOn, untilOn: null }));

/** Ends the stays of these people at once. */
async function leave(scope: WriteScope, kind: StayKind, whom: readonly Whom[], endsOn?: string): Promise<void> {
  if (whom.length === 0) return;
  const lastOn = dayBefore(endsOn ?? dayOf(scope.now));
  const named = new Set(whom.map(nameOf));
  const owners = [...new Set(whom.map(({ ownerId }) => ownerId))];
  const stays = await staysAfter(
    scope.db,
    kind,
    owners,
    lastOn,
    whom.map(({ personId }) => personId),
  );
  await endStays(
    scope.db,
    kind,
    stays.filter((stay) => named.has(nameOf(stay))),
    lastOn,
  );
}

const nameOf = ({ ownerId, personId }: Whom): string => `${ownerId} ${personId}`;

async function saveTutors(scope: WriteScope, { tutors, endsOn, strangers }: SchoolBatch): Promise<void> {
  const { added, removed } = tutors;
  await leave(scope, 'tutor', removed, endsOn);
  await insertStays(scope.db, 'tutor', staysFrom(added, dayOf(scope.now)));
  for (const groupId of new Set([...added, ...removed].map((one) => one.ownerId)))
    scope.emit(tutorsChanged, { groupId });
  accessOf(
    scope,
    [...added, ...removed].map((one) => one.personId).filter((id) => !strangers?.has(id)),
  );
}

async function saveMembers(scope: WriteScope, batch: SchoolBatch, added: Many): Promise<void> {
  const { members, subgroupMembers } = batch;
  await leave(scope, 'subgroup', subgroupMembers.removed, batch.endsOn);
  await leave(scope, 'member', members.removed, batch.endsOn);
  await insertStayRows(scope.db, 'member', added);
  await insertStays(scope.db, 'subgroup', await subgroupStays(scope, subgroupMembers.added));
  for (const groupId of new Set([...members.added, ...members.removed].map((one) => one.ownerId)))
    scope.emit(membersChanged, { groupId });
  const parts = [...subgroupMembers.added, ...subgroupMembers.removed];
  for (const [subgroupId, groupId] of new Map(parts.map((one) => [one.ownerId, one.groupId])))
    scope.emit(subgroupChanged, { groupId, subgroupId });
  const moved = [...members.added, ...members.removed, ...parts].filter(
    ({ personId }) => !batch.strangers?.has(personId),
  );
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
  const byName = new Map(inGroups.map((stay) => [nameOf(stay), stay]));
  return added.flatMap(({ ownerId, groupId, personId }) => {
    const stay = byName.get(nameOf({ ownerId: groupId, personId }));
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
  await updateManyRevised(
    scope.db,
    'school_term',
    terms.changed.map(({ id }, at) => ({ id, startsOn: `${1000 + at}-01-01`, endsOn: `${1000 + at}-01-01` })),
  );
  await saveRows(scope, 'school_term', terms);
  await saveRows(scope, 'school_holiday', holidays);
  for (const { id } of [...terms.added, ...terms.changed]) scope.emit(termChanged, { termId: id });
  for (const { id, groupId } of holidays.added) scope.emit(holidayChanged, { holidayId: id, groupId });
  for (const { id, change } of holidays.changed)
    scope.emit(holidayChanged, { holidayId: id, groupId: change.groupId ?? null });
}
