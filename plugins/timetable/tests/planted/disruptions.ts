import type { Random } from '../../../../server/optimise/random.ts';
import type { ComposeFacts, WeeklyWindow } from '../../domain/compose/facts.ts';
import type { PlantedSchool } from './plantedSchool.ts';

/** What may happen in mid-term to a school whose timetable runs. `facts.lessons` is the timetable that is running. */
export interface Disruption {
  readonly what: string;
  readonly facts: ComposeFacts;
}

/**
 * One of each kind; who is hit is drawn. Windows are dropped and days may
 * be an hour longer, so that there is somewhere to go.
 */
export function disruptions({ facts: given, planted }: PlantedSchool, random: Random): readonly Disruption[] {
  const lessonsADay = given.rules.lessonsADay + 1;
  const people = new Map([...given.people].map(([id, one]) => [id, { ...one, weekly: [] }]));
  const facts = { ...given, people, lessons: planted, rules: { ...given.rules, lessonsADay, meetingRooms: null } };
  return [
    { what: 'a teacher is away on one day', facts: withTeacherAway(facts, random) },
    { what: 'a new student with other windows', facts: withNewStudent(facts, random) },
    { what: 'a course is added', facts: withNewCourse(facts, random) },
  ];
}

const drawn = <T>(list: readonly T[], random: Random): T | undefined => list[random.below(Math.max(1, list.length))];

/** Away on the weekday with the fewest lessons; other days without limit, so that there is somewhere to go. */
function withTeacherAway(facts: ComposeFacts, random: Random): ComposeFacts {
  const teachers = [...new Set(facts.courses.flatMap(({ teacherId }) => (teacherId === null ? [] : [teacherId])))];
  const teacher = facts.people.get(drawn(teachers, random) ?? '');
  const courses = new Set(facts.courses.filter((one) => one.teacherId === teacher?.id).map(({ id }) => id));
  const lessons = facts.lessons.flatMap(({ courseId, at }) => (courses.has(courseId) && at ? [at.weekday] : []));
  const count = (weekday: number): number => lessons.filter((one) => one === weekday).length;
  const [weekday] = [...new Set(lessons)].sort((x, y) => count(x) - count(y));
  if (!teacher || weekday === undefined) return facts;
  const away: WeeklyWindow = { kind: 'busy', weekday, from: '00:00', to: '24:00' };
  return { ...facts, people: new Map([...facts.people, [teacher.id, { ...teacher, weekly: [away] }]]) };
}

/** Cannot come to the first lesson of the whole group on one day. */
function withNewStudent(facts: ComposeFacts, random: Random): ComposeFacts {
  const group = drawn(facts.groups, random);
  if (!group) return facts;
  const weekday = 1 + random.below(5);
  const id = `${group.id}-new`;
  const courses = facts.courses.filter((one) => one.groupId === group.id && one.subgroupId === null);
  const ids = new Set(courses.map((one) => one.id));
  const hours = facts.lessons.flatMap(({ courseId, at }) =>
    ids.has(courseId) && at?.weekday === weekday ? [at.hour] : [],
  );
  const first = group.grid.find((place) => place.weekday === weekday && place.hour === Math.min(...hours));
  const busy: WeeklyWindow = { kind: 'busy', weekday, from: '00:00', to: addHour(first?.startsTime ?? '08:00') };
  const studentIds = [...group.studentIds, id];
  return {
    ...facts,
    groups: facts.groups.map((one) => (one === group ? { ...one, studentIds } : one)),
    courses: facts.courses.map((one) =>
      one.groupId === group.id && one.subgroupId === null ? { ...one, studentIds } : one,
    ),
    people: new Map([...facts.people, [id, { id, zone: group.zone, weekly: [busy], sharesDeviceWith: [] }]]),
  };
}

const addHour = (time: string): string => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;

/** One lesson more a week, with a teacher of another group. */
function withNewCourse(facts: ComposeFacts, random: Random): ComposeFacts {
  const group = drawn(facts.groups, random);
  const [like] = facts.courses.filter((one) => one.groupId === group?.id && one.subgroupId === null);
  if (!group || !like) return facts;
  const { teacherId } = facts.courses.find((one) => one.groupId !== group.id) ?? like;
  const id = `${group.id}-new-course`;
  return {
    ...facts,
    courses: [...facts.courses, { ...like, id, subjectId: id, subjectName: id, teacherId, lessonsAWeek: 1 }],
    lessons: [...facts.lessons, { courseId: id, nth: 1, at: null, isLocked: false }],
  };
}
