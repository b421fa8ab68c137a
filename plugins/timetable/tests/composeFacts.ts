import { usualRules } from '../domain/compose/draftRules.ts';
import type { ComposeFacts, CourseFacts, GridPlace, GroupFacts, PersonFacts } from '../domain/compose/facts.ts';
import { clocksOf } from '../queries/clocks.ts';

/** Hours of a grid, Monday to Friday unless told: `grid('08:00', '09:00')`. */
export const grid = (...starts: readonly string[]): readonly GridPlace[] => gridOn([1, 2, 3, 4, 5], ...starts);

export const gridOn = (weekdays: readonly number[], ...starts: readonly string[]): readonly GridPlace[] =>
  weekdays.flatMap((weekday) =>
    starts.map((startsTime, index) => ({ weekday, hour: index + 1, startsTime, minutes: 45 })),
  );

export const group = (id: string, over: Partial<GroupFacts> = {}): GroupFacts => ({
  id,
  name: id,
  grade: 7,
  zone: 'Europe/Madrid',
  grid: grid('08:00', '09:00', '10:00'),
  studentIds: [],
  subgroups: [],
  ...over,
});

/** A course of a group with the group's students unless told. */
export const course = (of: GroupFacts, id: string, over: Partial<CourseFacts> = {}): CourseFacts => ({
  id,
  groupId: of.id,
  subgroupId: null,
  subjectId: id,
  subjectName: id,
  teacherId: `teacher of ${id}`,
  lessonsAWeek: 1,
  lessonMinutes: 45,
  studentIds: of.studentIds,
  ...over,
});

export const person = (id: string, over: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  zone: 'Europe/Madrid',
  weekly: [],
  sharesDeviceWith: [],
  ...over,
});

type Over = Partial<Omit<ComposeFacts, 'people' | 'clocks'>> & { readonly people?: readonly PersonFacts[] };

/** A school year with both clock changes of Madrid. */
export const schoolYear = { fromOn: '2026-09-01', untilOn: '2027-06-30' };

/** Facts with somebody for every id that is named. */
export function factsOf({ people = [], ...over }: Over): ComposeFacts {
  const groups = over.groups ?? [];
  const courses = over.courses ?? [];
  const ids = [
    ...groups.flatMap(({ studentIds }) => studentIds),
    ...courses.flatMap(({ teacherId, studentIds }) => (teacherId === null ? studentIds : [teacherId, ...studentIds])),
  ];
  const known = new Map([...ids.map((id) => person(id)), ...people].map((one) => [one.id, one]));
  const zones = [...groups, ...known.values(), ...(over.taken ?? [])].map(({ zone }) => zone);
  return {
    clocks: clocksOf([...new Set(zones)].sort(), schoolYear),
    groups,
    courses,
    people: known,
    taken: [],
    absences: [],
    rules: usualRules,
    norms: null,
    schoolNorms: [],
    lessons: [],
    ...over,
  };
}
