import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import type { PeopleApi } from '../../people/api.ts';
import { accessAroundStudents, accessOf } from '../access/accessChanges.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { planYear, type YearItem } from '../domain/yearPlan.ts';
import { courseChanged, groupChanged, membersChanged, subgroupChanged, tutorsChanged } from '../events.ts';
import { alreadyMember, referenceUnknown, yearPlanChanged } from '../problems.ts';
import { choicesOf, countsOf, fingerprintOf, yearState } from '../queries/yearPlan.ts';
import type { YearChoicesInput, YearCommit } from '../schemas/year.ts';
import { updateManyRevised } from '../store/revised.ts';
import { endStays, insertStays, type StayOf } from '../store/writeStays.ts';
import { insertYearChange, lockActiveGroups } from '../store/yearChanges.ts';
import { subgroupNameGuards } from './subgroups.ts';

/** Does what the preview showed, or nothing: the plan is made again under a lock and has to be the same. Returns its id. */
export const changeYear =
  (people: PeopleApi) =>
  async (scope: WriteScope, { fingerprint, ...input }: YearCommit): Promise<string> => {
    mustEditSchool(scope);
    return beginYear(people)(scope, input, { madeById: scope.actor.personId || null, fingerprint });
  };

interface Begun {
  readonly madeById: string | null;
  /** Of the plan that was seen; without one the plan is what the choices come to now. */
  readonly fingerprint?: string;
}

/** Begins a year by these choices. Asks for no rights. Returns the id of the change. */
export const beginYear =
  (people: PeopleApi) =>
  async (scope: WriteScope, input: YearChoicesInput, { madeById, fingerprint }: Begun): Promise<string> => {
    const choices = choicesOf(input);
    const state = await yearState(scope, choices.lastOn, await lockActiveGroups(scope.db));
    const items = planYear(state, choices);
    if (items.length === 0 || (fingerprint !== undefined && fingerprintOf(items) !== fingerprint))
      throw new Problem(yearPlanChanged);
    await carryOut(
      scope,
      people,
      items,
      choices.lastOn,
      new Map(state.courses.map(({ id, groupId }) => [id, groupId])),
    );
    const id = scope.newId();
    const change = { id, beginsOn: input.beginsOn, madeById, madeAt: scope.now };
    const stored = items.map((one) => ({ ...one, id: scope.newId() }));
    await insertYearChange(scope.db, { ...change, countsJson: countsOf(items) }, stored);
    return id;
  };

async function carryOut(
  scope: WriteScope,
  people: PeopleApi,
  items: readonly YearItem[],
  lastOn: string,
  groupOfCourse: ReadonlyMap<string, string>,
): Promise<void> {
  const of = (kind: YearItem['kind']) => items.filter((one) => one.kind === kind);
  const [groups, courses, members, tutors] = [of('group'), of('course'), of('member'), of('tutor')];
  // Whoever sees a student now hears of the change, and whoever sees them after it.
  await accessAroundStudents(scope, personsOf([...members, ...of('grade')]));
  await updateManyRevised(scope.db, 'school_group', groups.map(changed));
  await renameSubgroups(scope, of('subgroup').map(changed));
  await people.setGrades(scope, of('grade').map(gradeOf));
  await updateManyRevised(scope.db, 'school_course', courses.map(changed));
  await endStays(scope.db, 'subgroup', of('part').map(stayOf), lastOn);
  await endStays(scope.db, 'member', members.map(stayOf), lastOn);
  await endStays(scope.db, 'tutor', tutors.map(stayOf), lastOn);
  await arrive(scope, of('arrival'));
  tellOf(scope, items, groupOfCourse);
}

/** A name that another subgroup of the group has is refused. */
export const renameSubgroups = (scope: WriteScope, rows: readonly { readonly id: string }[]): Promise<void> =>
  refusing(updateManyRevised(scope.db, 'school_subgroup', rows), subgroupNameGuards);

/** The row with its new values; ids are given apart, so that nothing but columns is left. */
const changed = ({ entityId, after }: YearItem) => ({ ...after, id: entityId });

const gradeOf = ({ entityId, after }: YearItem) => ({ personId: entityId, grade: Number(after?.grade) });

/** A stay as it was. */
export const stayOf = ({ entityId, ownerId, fromOn, before }: YearItem): StayOf => ({
  ownerId: ownerId ?? '',
  personId: entityId,
  fromOn: fromOn ?? '',
  untilOn: typeof before?.untilOn === 'string' ? before.untilOn : null,
});

const personsOf = (items: readonly YearItem[]): string[] => [...new Set(items.map(({ entityId }) => entityId))];

async function arrive(scope: WriteScope, arrivals: readonly YearItem[]): Promise<void> {
  if (arrivals.length === 0) return;
  await refusing(
    insertStays(
      scope.db,
      'member',
      arrivals.map((one) => ({ ...stayOf(one), untilOn: null })),
    ),
    [
      { guard: 'school_group_member_overlap', problem: alreadyMember },
      { guard: 'school_group_member.group_id', problem: alreadyMember },
      { guard: 'school_group_member_pkey', problem: alreadyMember },
      { guard: 'reference', problem: referenceUnknown },
    ],
  );
  await accessAroundStudents(scope, personsOf(arrivals));
}

/** Everybody who listens to groups, courses, members and tutors hears of theirs, once for each group. */
export function tellOf(
  scope: WriteScope,
  items: readonly YearItem[],
  groupOfCourse: ReadonlyMap<string, string>,
): void {
  const owners = (...kinds: readonly YearItem['kind'][]) =>
    new Set(items.flatMap((one) => (kinds.includes(one.kind) && one.ownerId ? [one.ownerId] : [])));
  for (const { kind, entityId, ownerId } of items) {
    if (kind === 'group') scope.emit(groupChanged, { groupId: entityId });
    if (kind === 'subgroup' && ownerId) scope.emit(subgroupChanged, { groupId: ownerId, subgroupId: entityId });
    if (kind === 'course')
      scope.emit(courseChanged, { courseId: entityId, groupId: groupOfCourse.get(entityId) ?? entityId });
  }
  for (const groupId of owners('member', 'arrival')) scope.emit(membersChanged, { groupId });
  for (const groupId of owners('tutor')) scope.emit(tutorsChanged, { groupId });
  accessOf(scope, personsOf(items.filter(({ kind }) => kind === 'tutor')));
}
