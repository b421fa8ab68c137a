import type { ReadScope } from '../../host/scope.ts';
import type { YearItem } from '../domain/yearPlan.ts';
import type { Present } from '../domain/yearUndo.ts';
import type { StayOf } from '../store/writeStays.ts';
import { coursesBeside, gradesOf, groupStates, staysOf, subgroupsOfGroups } from '../store/yearChanges.ts';

type StayKind = 'member' | 'part' | 'tutor';

/** What there is now of each thing that a change of year touched. */
export async function yearPresent({ db }: ReadScope, items: readonly YearItem[]): Promise<(item: YearItem) => Present> {
  const idsOf = (kind: YearItem['kind']) => items.filter((one) => one.kind === kind).map(({ entityId }) => entityId);
  const groups = new Map((await groupStates(db, idsOf('group'))).map(({ id, ...values }) => [id, values]));
  const ownerIds = items.flatMap(({ kind, ownerId }) => (kind === 'subgroup' && ownerId ? [ownerId] : []));
  const subgroups = await subgroupsOfGroups(db, [...new Set(ownerIds)]);
  const grades = await gradesOf(db, idsOf('grade'));
  const courses = await coursesBeside(db, idsOf('course'));
  const stays: Record<StayKind, StayOf[]> = { member: [], part: [], tutor: [] };
  for (const kind of ['member', 'part', 'tutor'] as const) {
    const ofKind = items.filter((one) => one.kind === kind || (kind === 'member' && one.kind === 'arrival'));
    const owners = [...new Set(ofKind.flatMap(({ ownerId }) => ownerId ?? []))];
    stays[kind] = await staysOf(db, kind, owners, [...new Set(ofKind.map(({ entityId }) => entityId))]);
  }
  return (item) => {
    if (item.kind === 'group') return { values: groups.get(item.entityId) ?? null, isBlocked: false };
    if (item.kind === 'subgroup') return subgroupNow(item, subgroups, items);
    if (item.kind === 'grade') return present(grades.get(item.entityId), (grade) => ({ grade }));
    if (item.kind === 'course') return courseNow(item.entityId, courses);
    return stayNow(item, stays[item.kind === 'arrival' ? 'member' : item.kind]);
  };
}

const present = <T>(value: T | undefined, values: (value: T) => Present['values']): Present => ({
  values: value === undefined ? null : values(value),
  isBlocked: false,
});

/** Its old name may have been given to another one meanwhile. */
function subgroupNow(
  { entityId, ownerId, before }: YearItem,
  all: Awaited<ReturnType<typeof subgroupsOfGroups>>,
  items: readonly YearItem[],
): Present {
  const own = all.find(({ id }) => id === entityId);
  const isTaken = all.some(
    ({ id, groupId, name }) =>
      groupId === ownerId &&
      name === before?.name &&
      !items.some((one) => one.kind === 'subgroup' && one.entityId === id),
  );
  return { values: own ? { name: own.name } : null, isBlocked: isTaken };
}

/** The same course may have been made anew meanwhile; there is one of each. */
function courseNow(id: string, all: Awaited<ReturnType<typeof coursesBeside>>): Present {
  const own = all.find((course) => course.id === id);
  if (!own) return { values: null, isBlocked: true };
  const twin = all.some(
    (other) =>
      other.id !== id &&
      other.isActive &&
      (['groupId', 'subgroupId', 'subjectId', 'teacherId'] as const).every((member) => other[member] === own[member]),
  );
  return { values: { isActive: own.isActive }, isBlocked: twin };
}

/** A later stay of the same person in the same place would overlap with the old one. */
function stayNow({ ownerId, entityId, fromOn, after, before }: YearItem, stays: readonly StayOf[]): Present {
  const same = stays.filter((stay) => stay.ownerId === ownerId && stay.personId === entityId);
  const own = same.find((stay) => stay.fromOn === fromOn);
  const until = typeof before?.untilOn === 'string' ? before.untilOn : '9999-12-31';
  const others = same.filter((stay) => stay.fromOn !== fromOn && stay.fromOn > (fromOn ?? '') && stay.fromOn <= until);
  const lastOn = typeof after?.untilOn === 'string' ? after.untilOn : '';
  return {
    values: own ? { untilOn: own.untilOn } : null,
    isBlocked: before !== null && others.some((stay) => stay.fromOn > lastOn),
  };
}
