import type { Random } from '../../../../server/optimise/random.ts';
import type { CourseFacts, GroupFacts } from '../../domain/compose/facts.ts';
import type { GridHour } from '../../domain/compose/lesson.ts';

interface Planted {
  readonly course: CourseFacts;
  readonly at: readonly GridHour[];
}

/** Weekdays of a course by its lessons a week: spread as the wishes want it. */
const PATTERNS: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5],
  [1, 3, 5],
  [1, 2, 4, 5],
  [2, 4],
  [1, 3],
  [3, 5],
  [1, 4],
  [2, 5],
];
const LONGEST_DRAW = 60;

/**
 * Fills every day of a group with the same number of lessons in a row: courses of one to five lessons, one of them split between two
 * subgroups that learn at the same hours.
 */
export function plantDays(group: GroupFacts, lessonsADay: number, random: Random): Planted[] {
  const courses = drawCourses(lessonsADay, random);
  const hourOf = new Map<string, number>();
  for (const weekday of [1, 2, 3, 4, 5]) {
    const spare = group.grid.filter((place) => place.weekday === weekday).length - lessonsADay;
    const first = 1 + random.below(spare + 1);
    const today = courses.map((days, index) => ({ index, key: random.next(), isToday: days.includes(weekday) }));
    for (const [before, { index }] of today
      .filter((one) => one.isToday)
      .sort((a, b) => a.key - b.key)
      .entries())
      hourOf.set(`${index}/${weekday}`, first + before);
  }
  return courses.flatMap((days, index): Planted[] => {
    const at = days.map((weekday) => ({ weekday, hour: hourOf.get(`${index}/${weekday}`) ?? 1 }));
    const course = courseOf(group, `${group.id}-c${index}`, days.length);
    if (index !== courses.length - 1) return [{ course, at }];
    return group.subgroups.map((part) => ({
      course: { ...course, id: `${course.id}-${part.name}`, subgroupId: part.id, studentIds: part.studentIds },
      at,
    }));
  });
}

/** The days of each course, so that every day is full. */
function drawCourses(lessonsADay: number, random: Random): readonly (readonly number[])[] {
  const left = new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, lessonsADay]));
  const courses: (readonly number[])[] = [];
  const take = (days: readonly number[]): void => {
    for (const day of days) left.set(day, (left.get(day) ?? 0) - 1);
    courses.push(days);
  };
  for (let draw = 0; draw < LONGEST_DRAW; draw++) {
    const days = PATTERNS[random.below(PATTERNS.length)] ?? [];
    if (days.every((day) => (left.get(day) ?? 0) > 0)) take(days);
  }
  for (const [day, lessons] of left) for (let i = 0; i < lessons; i++) courses.push([day]);
  return courses;
}

const courseOf = (group: GroupFacts, id: string, lessonsAWeek: number): CourseFacts => ({
  id,
  groupId: group.id,
  subgroupId: null,
  subjectId: id,
  subjectName: id,
  teacherId: null,
  lessonsAWeek,
  lessonMinutes: 45,
  studentIds: group.studentIds,
});
