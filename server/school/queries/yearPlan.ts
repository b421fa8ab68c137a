import { createHash } from 'node:crypto';
import type { ReadScope } from '../../host/scope.ts';
import { dayBefore, dayOf, type PeopleApi } from '../../people/api.ts';
import { actOf, planYear, risenName, type YearChoices, type YearItem, type YearState } from '../domain/yearPlan.ts';
import type { YearChoicesInput, YearCounts, YearPlan } from '../schemas/year.ts';
import { coursesOfGroups } from '../store/courses.ts';
import { staysAfter } from '../store/writeStays.ts';
import { activeGroups, gradesOf, subgroupsOfGroups } from '../store/yearChanges.ts';

export const choicesOf = ({ beginsOn, ...input }: YearChoicesInput): YearChoices => ({
  ...input,
  onDay: beginsOn,
  lastOn: dayBefore(beginsOn),
});

/** The school as a change of year finds it. */
export async function yearState(scope: ReadScope, lastOn: string, groups?: YearState['groups']): Promise<YearState> {
  const { db } = scope;
  const active = groups ?? (await activeGroups(db));
  const ids = active.map(({ id }) => id);
  const parts = await subgroupsOfGroups(db, ids);
  const partIds = parts.map(({ id }) => id);
  const members = sorted(await staysAfter(db, 'member', ids, lastOn));
  return {
    groups: active,
    members,
    subgroups: parts,
    parts: sorted(await staysAfter(db, 'subgroup', partIds, lastOn)),
    groupOfPart: new Map(parts.map(({ id, groupId }) => [id, groupId])),
    tutors: sorted(await staysAfter(db, 'tutor', ids, lastOn)),
    courses: (await coursesOfGroups(db, ids)).toSorted((a, b) => a.id.localeCompare(b.id)),
    gradeOf: await gradesOf(db, [...new Set(members.map(({ personId }) => personId))]),
  };
}

type Stay = YearState['members'][number];

/** One order, whatever the database's, so that the same plan has the same fingerprint. */
const sorted = (stays: readonly Stay[]): Stay[] => {
  const key = ({ ownerId, personId, fromOn }: Stay) => `${ownerId} ${personId} ${fromOn}`;
  return stays.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** What a plan does, as one short text: another plan has another. */
export const fingerprintOf = (items: readonly YearItem[]): string =>
  createHash('sha256').update(JSON.stringify(items)).digest('hex');

export function countsOf(items: readonly YearItem[]): YearCounts {
  const of = (kind: YearItem['kind']) => items.filter((one) => one.kind === kind);
  const groups = of('group');
  return {
    promoted: groups.filter(({ after }) => after?.isActive === true).length,
    archived: groups.filter(({ after }) => after?.isActive === false).length,
    students: of('grade').length,
    leave: new Set(of('member').map(({ entityId }) => entityId)).size,
    arrive: of('arrival').length,
    courses: of('course').length,
  };
}

/** What a change of year would do, for people to read. */
export async function yearPlanView(scope: ReadScope, people: PeopleApi, input: YearChoicesInput): Promise<YearPlan> {
  const choices = choicesOf(input);
  const state = await yearState(scope, choices.lastOn);
  const items = planYear(state, choices);
  const leaving = new Map(items.flatMap((one) => (one.kind === 'member' ? [[one.entityId, one.ownerId ?? '']] : [])));
  const rising = new Set(items.flatMap(({ kind, entityId }) => (kind === 'grade' ? [entityId] : [])));
  const promoted = new Set(state.groups.filter((one) => actOf(choices, one) === 'promote').map(({ id }) => id));
  const stuck = state.members
    .filter(({ ownerId, personId }) => promoted.has(ownerId) && !rising.has(personId) && !leaving.has(personId))
    .map(({ personId }) => personId);
  const alone = await studentsWithoutGroup(scope, choices);
  const names = await namesOf(scope, people, [...leaving.keys(), ...stuck, ...alone.keys()]);
  const groupName = new Map(state.groups.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '–';
  const graded = (id: string, grade: number | undefined) => ({ id, name: nameOf(id), grade: grade ?? 0 });
  return {
    beginsOn: input.beginsOn,
    groups: state.groups.map((group) => groupLine(group, state, choices, items)),
    leavers: byName(
      [...leaving].map(([id, groupId]) => ({ id, name: nameOf(id), groupName: groupName.get(groupId) ?? '' })),
    ),
    withoutGroup: byName([...alone].map(([id, grade]) => graded(id, grade))),
    otherGrade: byName([...new Set(stuck)].map((id) => graded(id, state.gradeOf.get(id)))),
    counts: countsOf(items),
    fingerprint: fingerprintOf(items),
  };
}

const byName = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.name.localeCompare(b.name));

async function namesOf({ db }: ReadScope, people: PeopleApi, ids: readonly string[]) {
  return new Map((await people.peopleByIds(db, [...new Set(ids)])).map(({ id, name }) => [id, name]));
}

/** Of so many at most a coordinator chooses by hand. */
const mostWithoutGroup = 500;

/** Active students who are in no group on the first day, and their grade. */
async function studentsWithoutGroup({ db, now }: ReadScope, { onDay }: YearChoices): Promise<Map<string, number>> {
  const from = onDay < dayOf(now) ? dayOf(now) : onDay;
  const rows: { personId: string; grade: number }[] = await db('people_student as student')
    .join('people_person as person', 'person.id', 'student.personId')
    .where('person.isActive', true)
    .whereNotIn(
      'student.personId',
      db('school_group_member as member')
        .join('school_group as joined', 'joined.id', 'member.groupId')
        .where('joined.isActive', true)
        .where((end) => end.whereNull('member.untilOn').orWhere('member.untilOn', '>=', from))
        .select('member.personId'),
    )
    .orderBy('student.personId')
    .limit(mostWithoutGroup)
    .select('student.personId', 'student.grade');
  return new Map(rows.map(({ personId, grade }) => [personId, grade]));
}

function groupLine(
  group: YearState['groups'][number],
  state: YearState,
  choices: YearChoices,
  items: readonly YearItem[],
): YearPlan['groups'][number] {
  const { id: groupId, name, grade } = group;
  const after = items.find(({ kind, entityId }) => kind === 'group' && entityId === groupId)?.after;
  const act = actOf(choices, group);
  return {
    ...{ groupId, name, grade, act },
    newName: act === 'promote' ? String(after?.name ?? name) : null,
    newGrade: act === 'promote' ? grade + 1 : null,
    subgroups: subgroupLines(group, state, choices, act === 'promote'),
    students: state.members.filter(({ ownerId }) => ownerId === groupId).length,
    courses: state.courses.filter((course) => course.groupId === groupId).length,
  };
}

function subgroupLines(
  { id, grade }: YearState['groups'][number],
  { subgroups }: YearState,
  choices: YearChoices,
  isPromoted: boolean,
): YearPlan['groups'][number]['subgroups'] {
  return subgroups
    .filter(({ groupId }) => groupId === id)
    .map((one) => ({ id: one.id, name: one.name, newName: isPromoted ? risenName(one, grade, choices) : one.name }));
}
