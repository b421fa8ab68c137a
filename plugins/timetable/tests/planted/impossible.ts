import type { ComposeFacts, WeeklyWindow } from '../../domain/compose/facts.ts';
import type { PlantedSchool } from './plantedSchool.ts';
import { startOf } from './startOf.ts';

/** A planted school, broken so that no timetable can keep its hard rules, and by which single change. */
export interface Impossible {
  readonly what: string;
  readonly facts: ComposeFacts;
}

const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Every way in which a school is made impossible here. */
export const impossibles = ({ facts, planted }: PlantedSchool): readonly Impossible[] => [
  { what: 'a day less than the lessons need', facts: withRules(facts, { lessonsADay: facts.rules.lessonsADay - 1 }) },
  { what: 'a student with one hour less than lessons', facts: withShortWeek(facts, { facts, planted }) },
  { what: 'a teacher who is never online', facts: withTeacherAway(facts) },
  { what: 'two lessons locked to one hour', facts: withClashingLocks(facts, planted) },
  { what: 'a lesson longer than any day', facts: withLongLesson(facts) },
  { what: 'fewer meeting rooms than lessons have hours', facts: withoutRooms(facts) },
];

const withRules = (facts: ComposeFacts, rules: Partial<ComposeFacts['rules']>): ComposeFacts => ({
  ...facts,
  rules: { ...facts.rules, ...rules },
});

function withPerson(facts: ComposeFacts, id: string, weekly: readonly WeeklyWindow[]): ComposeFacts {
  const person = facts.people.get(id);
  return person ? { ...facts, people: new Map([...facts.people, [id, { ...person, weekly }]]) } : facts;
}

/** Exactly as many hours a day as the group has lessons, and on Monday one less: pigeonholes. */
function withShortWeek(facts: ComposeFacts, { planted }: PlantedSchool): ComposeFacts {
  const [group] = facts.groups;
  if (!group) return facts;
  const local = [...facts.people.values()].find((one) => one.zone === group.zone && group.studentIds.includes(one.id));
  const courses = new Set(facts.courses.filter((one) => one.groupId === group.id).map(({ id }) => id));
  const hours = planted.flatMap(({ courseId, at }) => (courses.has(courseId) && at ? [at] : []));
  const weekly = [1, 2, 3, 4, 5].map((weekday): WeeklyWindow => {
    const starts = hours.filter((one) => one.weekday === weekday).map((one) => startOf(group, one));
    const from = Math.min(...starts) + (weekday === 1 ? 60 : 0);
    return { kind: 'online', weekday, from: timeText(from), to: timeText(Math.max(...starts) + 60) };
  });
  return withPerson(facts, local?.id ?? '', weekly);
}

function withTeacherAway(facts: ComposeFacts): ComposeFacts {
  const away = [1, 2, 3, 4, 5, 6, 7].map(
    (weekday): WeeklyWindow => ({ kind: 'busy', weekday, from: '00:00', to: '24:00' }),
  );
  return withPerson(facts, facts.courses[0]?.teacherId ?? '', away);
}

function withClashingLocks(facts: ComposeFacts, planted: PlantedSchool['planted']): ComposeFacts {
  const [group] = facts.groups;
  const whole = facts.courses.filter((one) => one.groupId === group?.id && one.subgroupId === null).slice(0, 2);
  const at = planted.find((one) => one.courseId === whole[0]?.id)?.at ?? null;
  const isLocked = ({ courseId, nth }: { courseId: string; nth: number }) =>
    nth === 1 && whole.some(({ id }) => id === courseId);
  return { ...facts, lessons: facts.lessons.map((one) => (isLocked(one) ? { ...one, at, isLocked: true } : one)) };
}

const withLongLesson = (facts: ComposeFacts): ComposeFacts => ({
  ...facts,
  courses: facts.courses.map((one, index) => (index === 0 ? { ...one, lessonMinutes: 1200 } : one)),
});

/** One room for groups that have more lessons together than there are hours in all of their grids. */
function withoutRooms(facts: ComposeFacts): ComposeFacts {
  return withRules(facts, { meetingRooms: 0 });
}
