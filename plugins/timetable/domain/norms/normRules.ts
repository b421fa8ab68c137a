import type { Cohort } from '../compose/cohorts.ts';
import type { ComposeFacts, CourseFacts, GroupFacts } from '../compose/facts.ts';
import type { LessonFacts } from '../compose/lessonPlaces.ts';
import { placeId } from '../compose/resourceIds.ts';
import type { Constraint } from '../model/constraint.ts';
import { type Force, type HealthNorms, ofGrade } from './healthNorms.ts';

/** Percent, as in FET: how much each norm counts as a wish. */
const WISHES = { load: 90, screen: 50, heavy: 30 };
const MUST = 100;

/** The norms of a school as rules of the engine. */
export function normRules(
  facts: ComposeFacts,
  lessons: readonly LessonFacts[],
  cohorts: readonly Cohort[],
): readonly Constraint[] {
  const { norms } = facts;
  if (!norms) return [];
  return [
    ...facts.groups.flatMap((group) =>
      dayLimits(
        norms,
        group,
        facts.courses,
        cohorts.filter((one) => one.groupId === group.id),
      ),
    ),
    ...heavyHours(norms, lessons),
  ];
}

const weightOf = (force: Force, wish: number): number => (force === 'must' ? MUST : wish);

function dayLimits(
  norms: HealthNorms,
  group: GroupFacts,
  courses: readonly CourseFacts[],
  cohorts: readonly Cohort[],
): readonly Constraint[] {
  const limits = ofGrade(norms, group.grade);
  const resources = cohorts.map(({ id }) => id);
  if (!limits || resources.length === 0) return [];
  const longest = Math.max(1, ...courses.filter((one) => one.groupId === group.id).map((one) => one.lessonMinutes));
  const atScreen = Math.min(longest, limits.screenMinutesALesson);
  const hours = { load: limits.lessonsADay, screen: Math.max(1, Math.floor(limits.screenMinutesADay / atScreen)) };
  return (['load', 'screen'] as const).flatMap((name): Constraint[] =>
    norms[name] === 'off'
      ? []
      : [
          {
            id: `norm-${name}:${group.id}`,
            kind: 'max-hours',
            weight: weightOf(norms[name], WISHES[name]),
            resources,
            hours: hours[name],
            measure: 'excess',
          },
        ],
  );
}

/** A rule for each lesson, because one may be locked elsewhere. */
function heavyHours(norms: HealthNorms, lessons: readonly LessonFacts[]): readonly Constraint[] {
  if (norms.heavy === 'off') return [];
  const heavy = new Set(norms.heavySubjectIds);
  const days = new Set(norms.heavyWeekdays);
  return lessons
    .filter(({ course }) => heavy.has(course.subjectId))
    .map(({ id, group, places }) => ({
      id: `norm-heavy:${id}`,
      kind: 'allowed-starts',
      weight: weightOf(norms.heavy, WISHES.heavy),
      activities: [id],
      places: places
        .map(({ place }) => place)
        .filter(({ weekday, hour }) => days.has(weekday) && norms.heavyFromHour <= hour && hour <= norms.heavyUntilHour)
        .map(({ weekday, hour }) => placeId(group.id, weekday, hour)),
    }));
}
