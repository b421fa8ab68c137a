import type { Constraint } from '../model/constraint.ts';
import type { Atoms } from './atoms.ts';
import type { Cohort } from './cohorts.ts';
import type { ComposeFacts } from './facts.ts';
import { lessonId } from './lesson.ts';
import { isOpen, type LessonFacts } from './lessonPlaces.ts';
import { placeId, teacherResource } from './resourceIds.ts';
import { teacherIds } from './softRules.ts';

const must = 100;

/** What a timetable must keep beside the clashes: who can be online, locks, breaks, the length of days. */
export const hardRules = (
  facts: ComposeFacts,
  lessons: readonly LessonFacts[],
  cohorts: readonly Cohort[],
  atoms: Atoms,
): readonly Constraint[] => [
  ...lessons.flatMap(openPlaces),
  ...locks(facts, lessons),
  ...breaks(facts, cohorts, atoms),
  ...dayLengths(facts, cohorts),
];

/** Places where somebody cannot be; made for each lesson, because an absence may be accepted for one and not for the next. */
function openPlaces(lesson: LessonFacts): readonly Constraint[] {
  const open = lesson.places.filter(isOpen);
  if (open.length === lesson.places.length) return [];
  const places = open.map(({ place }) => placeId(lesson.group.id, place.weekday, place.hour));
  return [{ id: `place:${lesson.id}`, kind: 'allowed-starts', weight: must, activities: [lesson.id], places }];
}

function locks(facts: ComposeFacts, lessons: readonly LessonFacts[]): readonly Constraint[] {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return facts.lessons.flatMap((one): Constraint[] => {
    const activity = lessonId(one);
    const lesson = byId.get(activity);
    if (!one.isLocked || !one.at || !lesson) return [];
    const place = placeId(lesson.group.id, one.at.weekday, one.at.hour);
    return [{ id: `lock:${activity}`, kind: 'lock', weight: must, activity, place, room: null, by: 'hand' }];
  });
}

/** Said of the students, so that gaps are counted over the break. */
function breaks(facts: ComposeFacts, cohorts: readonly Cohort[], atoms: Atoms): readonly Constraint[] {
  if (facts.rules.breaks.length === 0) return [];
  return facts.groups.flatMap((group) => {
    const closed = group.grid
      .filter((place) =>
        facts.rules.breaks.some(
          ({ weekday, hour }) => hour === place.hour && (weekday === null || weekday === place.weekday),
        ),
      )
      .flatMap((place) => atoms.of({ zone: group.zone, ...place }));
    const own = cohorts.filter(({ groupId }) => groupId === group.id);
    if (closed.length === 0) return [];
    return own.map(
      ({ id }): Constraint => ({
        id: `break:${id}`,
        kind: 'unavailable',
        weight: must,
        resource: id,
        atoms: [...new Set(closed)],
      }),
    );
  });
}

function dayLengths({ rules, courses, groups }: ComposeFacts, cohorts: readonly Cohort[]): readonly Constraint[] {
  const limits: Constraint[] = [];
  const { lessonsInARow, teacherLessonsADay } = rules;
  for (const { id } of groups) {
    const resources = cohorts.filter((one) => one.groupId === id).map((one) => one.id);
    if (resources.length === 0) continue;
    const common = { weight: must, resources, measure: 'excess' } as const;
    limits.push({ ...common, id: `lessons-a-day:${id}`, kind: 'max-hours', hours: rules.lessonsADay });
    if (lessonsInARow !== null)
      limits.push({ ...common, id: `lessons-in-a-row:${id}`, kind: 'max-continuous', hours: lessonsInARow });
  }
  if (teacherLessonsADay !== null)
    for (const id of teacherIds({ courses }))
      limits.push({
        id: `teacher-lessons-a-day:${id}`,
        kind: 'max-hours',
        weight: must,
        resources: [teacherResource(id)],
        hours: teacherLessonsADay,
        measure: 'excess',
      });
  return limits;
}
