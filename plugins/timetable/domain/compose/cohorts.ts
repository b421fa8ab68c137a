import type { ComposeFacts, CourseFacts, GroupFacts } from './facts.ts';

/** Students who share all of their lessons, so that they can be treated as one. */
export interface Cohort {
  readonly id: string;
  readonly groupId: string;
  readonly courseIds: ReadonlySet<string>;
  /** Empty for a subgroup in which nobody is yet; its lessons still may not overlap those of the whole group. */
  readonly studentIds: readonly string[];
}

interface Making {
  readonly groupId: string;
  readonly courseIds: ReadonlySet<string>;
  readonly studentIds: string[];
}

const keyOf = (courseIds: ReadonlySet<string>): string => [...courseIds].sort().join();

/**
 * Splits students by the courses in which they learn. Courses of subgroups may run in parallel because no cohort is in both;
 * a course of the whole group is in every cohort of the group.
 */
export function cohortsOf({ groups, courses }: Pick<ComposeFacts, 'groups' | 'courses'>): readonly Cohort[] {
  const made = new Map<string, Making>();
  const coursesOf = new Map<string, Set<string>>();
  for (const course of courses)
    for (const studentId of course.studentIds)
      coursesOf.set(studentId, (coursesOf.get(studentId) ?? new Set()).add(course.id));
  const groupOf = new Map(groups.flatMap((group) => group.studentIds.map((studentId) => [studentId, group.id])));
  for (const [studentId, courseIds] of coursesOf) {
    const key = keyOf(courseIds);
    const same = made.get(key);
    if (same) same.studentIds.push(studentId);
    else made.set(key, { groupId: groupOf.get(studentId) ?? '', courseIds, studentIds: [studentId] });
  }
  for (const set of groups.flatMap((group) => groupSets(group, courses)))
    if (![...made.values()].some((one) => isWithin(set.courseIds, one.courseIds)))
      made.set(keyOf(set.courseIds), { ...set, studentIds: [] });
  return [...made.values()].map((one, index) => ({ id: `students:${index + 1}`, ...one }));
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((id) => all.has(id));

/** What belongs together by the shape of the group, whoever is in it: the whole group, and with each subgroup. */
function groupSets(
  group: GroupFacts,
  courses: readonly CourseFacts[],
): readonly { readonly groupId: string; readonly courseIds: ReadonlySet<string> }[] {
  const own = courses.filter(({ groupId }) => groupId === group.id);
  return [null, ...group.subgroups.map(({ id }) => id)].flatMap((part) => {
    const courseIds = new Set(
      own.filter(({ subgroupId }) => subgroupId === null || subgroupId === part).map(({ id }) => id),
    );
    return courseIds.size === 0 ? [] : [{ groupId: group.id, courseIds }];
  });
}
