import type { Cohort } from '../compose/cohorts.ts';
import type { ComposeFacts, CourseFacts, GroupFacts } from '../compose/facts.ts';
import type { LessonFacts } from '../compose/lessonPlaces.ts';
import { placeId } from '../compose/resourceIds.ts';
import type { Constraint } from '../model/constraint.ts';
import { type Force, lessonsAtScreen, ofGrade } from './healthNorms.ts';
import { type NormSet, normSets, ofSchool } from './normSets.ts';

/** Percent, as in FET: how much each norm counts as a wish. */
const WISHES = { load: 90, screen: 50, heavy: 30 };
const MUST = 100;

/** The norms as rules of the engine; each set of them binds lessons of those alone whom it protects. */
export const normRules = (
  facts: ComposeFacts,
  lessons: readonly LessonFacts[],
  cohorts: readonly Cohort[],
): readonly Constraint[] =>
  normSets(facts).flatMap((set) => [
    ...facts.groups.flatMap((group) =>
      dayLimits(
        set,
        group,
        facts.courses,
        cohorts.filter((one) => one.groupId === group.id && set.holdsFor(one.studentIds)),
      ),
    ),
    ...heavyHours(set, lessons),
  ]);

const weightOf = (force: Force, wish: number): number => (force === 'must' ? MUST : wish);

function dayLimits(
  { norms, homeSchoolId }: NormSet,
  group: GroupFacts,
  courses: readonly CourseFacts[],
  cohorts: readonly Cohort[],
): readonly Constraint[] {
  const limits = ofGrade(norms, group.grade);
  const resources = cohorts.map(({ id }) => id);
  if (!limits || resources.length === 0) return [];
  const longest = Math.max(1, ...courses.filter((one) => one.groupId === group.id).map((one) => one.lessonMinutes));
  const hours = { load: limits.lessonsADay, screen: lessonsAtScreen(limits, longest) };
  return (['load', 'screen'] as const).flatMap((name): Constraint[] =>
    norms[name] === 'off'
      ? []
      : [
          {
            id: `norm-${name}:${group.id}${ofSchool(homeSchoolId)}`,
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
function heavyHours(
  { norms, homeSchoolId, holdsFor }: NormSet,
  lessons: readonly LessonFacts[],
): readonly Constraint[] {
  if (norms.heavy === 'off') return [];
  const heavy = new Set(norms.heavySubjectIds);
  const days = new Set(norms.heavyWeekdays);
  return lessons
    .filter(({ course }) => heavy.has(course.subjectId) && holdsFor(course.studentIds))
    .map(({ id, group, places }) => ({
      id: `norm-heavy:${id}${ofSchool(homeSchoolId)}`,
      kind: 'allowed-starts',
      weight: weightOf(norms.heavy, WISHES.heavy),
      activities: [id],
      places: places
        .map(({ place }) => place)
        .filter(({ weekday, hour }) => days.has(weekday) && norms.heavyFromHour <= hour && hour <= norms.heavyUntilHour)
        .map(({ weekday, hour }) => placeId(group.id, weekday, hour)),
    }));
}
