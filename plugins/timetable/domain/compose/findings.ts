import { normFindings } from '../norms/normFindings.ts';
import type { Composed } from './compose.ts';
import { crowded } from './crowding.ts';
import { type Finding, type InTheWay, isImpossible } from './finding.ts';
import type { LessonFacts } from './lessonPlaces.ts';
import { openStarts } from './openStarts.ts';
import { together } from './together.ts';

/**
 * What can be said of a draft before anything is solved. Findings are certain; that there are none does not promise a timetable.
 */
export function findings(composed: Composed): readonly Finding[] {
  const plain = [
    ...ofGroups(composed),
    ...ofCourses(composed),
    ...withoutPlace(composed).map(noPlace),
    ...crowded(composed),
    ...normFindings(composed),
  ];
  // Rules that exclude each other are looked for where no plainer reason is known.
  return plain.some(isImpossible) ? plain : [...plain, ...together(composed)];
}

function ofGroups({ facts, cohorts }: Composed): readonly Finding[] {
  return facts.groups.flatMap(({ id, studentIds, grid }): readonly Finding[] => {
    const days = new Set(grid.map(({ weekday }) => weekday)).size;
    const hoursOf = (courseIds: ReadonlySet<string>): number =>
      facts.courses.filter((one) => courseIds.has(one.id)).reduce((sum, one) => sum + one.lessonsAWeek, 0);
    const needed = Math.max(
      0,
      ...[...cohorts.values()].filter(({ groupId }) => groupId === id).map(({ courseIds }) => hoursOf(courseIds)),
    );
    const free = days * facts.rules.lessonsADay;
    return [
      ...(studentIds.length === 0 ? [{ code: 'group-without-students', groupId: id } as const] : []),
      ...(grid.length === 0 ? [{ code: 'group-without-grid', groupId: id } as const] : []),
      ...(grid.length > 0 && needed > free ? [{ code: 'days-too-short', groupId: id, needed, free } as const] : []),
    ];
  });
}

function ofCourses({ facts, lessons }: Composed): readonly Finding[] {
  const groupsWithStudents = new Set(facts.groups.filter((one) => one.studentIds.length > 0).map(({ id }) => id));
  const tooLong = new Set(
    [...lessons.values()].filter((one) => one.hours === 0 && one.group.grid.length > 0).map((one) => one.courseId),
  );
  return facts.courses.flatMap(({ id, groupId, teacherId, studentIds, lessonMinutes }): readonly Finding[] => [
    ...(teacherId === null ? [{ code: 'course-without-teacher', courseId: id } as const] : []),
    ...(studentIds.length === 0 && groupsWithStudents.has(groupId)
      ? [{ code: 'course-without-students', courseId: id } as const]
      : []),
    ...(tooLong.has(id) ? [{ code: 'lesson-longer-than-grid', courseId: id, minutes: lessonMinutes } as const] : []),
  ]);
}

/** Lessons that the grid has places for, none of which suits everybody. */
export function withoutPlace(composed: Composed): readonly LessonFacts[] {
  const open = openStarts(composed);
  return [...composed.lessons.values()].filter((one) => one.places.length > 0 && open(one).length === 0);
}

function noPlace({ courseId, nth, places }: LessonFacts): Finding {
  const people = new Map<string, InTheWay>();
  for (const { blockers } of places)
    for (const personId of new Set(blockers.map((one) => one.personId))) {
      const role = blockers.find((one) => one.personId === personId)?.role ?? 'student';
      people.set(personId, { personId, role, places: (people.get(personId)?.places ?? 0) + 1 });
    }
  const sorted = [...people.values()].sort((a, b) => b.places - a.places || (a.personId < b.personId ? -1 : 1));
  return { code: 'no-place', lesson: { courseId, nth }, places: places.length, people: sorted };
}
