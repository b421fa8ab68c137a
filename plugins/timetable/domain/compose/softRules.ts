import type { Constraint } from '../model/constraint.ts';
import type { Cohort } from './cohorts.ts';
import type { ComposeFacts, CourseFacts } from './facts.ts';
import { lessonId } from './lesson.ts';
import { teacherResource } from './resourceIds.ts';

/** Percent, as in FET: how much each wish counts. */
export const softWeights = { gaps: 80, sameDay: 70, evenDays: 40, spread: 20, teacherGaps: 20 };

/** Free hours that a teacher's week may have before it counts. */
export const usualTeacherGaps = 2;

/** What is wished of a timetable: no gaps, work spread over the days, no subject twice a day. */
export const softRules = (facts: ComposeFacts, cohorts: readonly Cohort[]): readonly Constraint[] => [
  ...facts.groups.flatMap((group) => [
    ...groupRules(
      facts,
      group.id,
      cohorts.filter((one) => one.groupId === group.id),
    ),
  ]),
  ...facts.courses.flatMap((course) => courseRules(course, facts)),
  ...teacherIds(facts).map(
    (id): Constraint => ({
      id: `teacher-gaps:${id}`,
      kind: 'max-gaps',
      weight: softWeights.teacherGaps,
      resources: [teacherResource(id)],
      per: 'week',
      gaps: usualTeacherGaps,
    }),
  ),
];

export const teacherIds = ({ courses }: Pick<ComposeFacts, 'courses'>): readonly string[] => [
  ...new Set(courses.flatMap(({ teacherId }) => (teacherId === null ? [] : [teacherId]))),
];

function groupRules(facts: ComposeFacts, groupId: string, cohorts: readonly Cohort[]): readonly Constraint[] {
  const days = daysOf(facts, groupId);
  const resources = cohorts.map(({ id }) => id);
  if (resources.length === 0 || days === 0) return [];
  const load = (cohort: Cohort): number =>
    facts.courses.filter(({ id }) => cohort.courseIds.has(id)).reduce((sum, one) => sum + one.lessonsAWeek, 0);
  return [
    { id: `gaps:${groupId}`, kind: 'max-gaps', weight: softWeights.gaps, resources, per: 'week', gaps: 0 },
    ...cohorts.map(
      (cohort): Constraint => ({
        id: `even-days:${cohort.id}`,
        kind: 'max-hours',
        weight: softWeights.evenDays,
        resources: [cohort.id],
        hours: Math.ceil(load(cohort) / days),
        measure: 'excess',
      }),
    ),
  ];
}

const daysOf = (facts: ComposeFacts, groupId: string): number =>
  new Set(facts.groups.find(({ id }) => id === groupId)?.grid.map(({ weekday }) => weekday)).size;

function courseRules(course: CourseFacts, facts: ComposeFacts): readonly Constraint[] {
  const days = daysOf(facts, course.groupId);
  const n = course.lessonsAWeek;
  if (n < 2) return [];
  const activities = Array.from({ length: n }, (_, before) => lessonId({ courseId: course.id, nth: before + 1 }));
  const apart = (name: string, weight: number, min: number): Constraint => ({
    id: `${name}:${course.id}`,
    kind: 'days-between',
    weight,
    activities,
    min,
    max: null,
  });
  const hasRoomToSpread = (n - 1) * 2 < days;
  return [
    apart('same-day', softWeights.sameDay, 1),
    ...(hasRoomToSpread ? [apart('spread', softWeights.spread, 2)] : []),
  ];
}
