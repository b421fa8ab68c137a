import { type Random, seededRandom } from '../../../../server/optimise/random.ts';
import { usualRules } from '../../domain/compose/draftRules.ts';
import type { ComposeFacts, CourseFacts, GridPlace, GroupFacts, PersonFacts } from '../../domain/compose/facts.ts';
import type { GridHour, LessonPlacement } from '../../domain/compose/lesson.ts';
import { clocksOf } from '../../queries/clocks.ts';
import { plantDays } from './plantDays.ts';
import { Staff } from './staff.ts';
import { startOf } from './startOf.ts';
import { windowsAround } from './windowsAround.ts';

export interface PlantedOptions {
  readonly seed: number;
  readonly groups: number;
  readonly studentsAGroup?: number;
  readonly lessonsADay?: number;
}

/**
 * A centre with a timetable in which nothing is wrong: no hard rule is broken and no wish is left, so that its cost, 0, is the
 * least there is. `facts` does not tell where the lessons are.
 */
export interface PlantedSchool {
  readonly facts: ComposeFacts;
  readonly planted: readonly LessonPlacement[];
}

const ZONES = [
  'Europe/Madrid',
  'America/Mexico_City',
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'America/Bogota',
  'Asia/Novosibirsk',
] as const;
/** A zone nearby, where a student of a group may live. */
const NEARBY: Readonly<Record<string, string>> = {
  'Europe/Madrid': 'Europe/Moscow',
  'Europe/Moscow': 'Asia/Yekaterinburg',
  'Asia/Yekaterinburg': 'Europe/Moscow',
  'America/Mexico_City': 'America/Bogota',
  'America/Bogota': 'America/Mexico_City',
  'Asia/Novosibirsk': 'Asia/Yekaterinburg',
};

/** Both clock changes of Madrid are in it. */
const TERM = { fromOn: '2026-09-01', untilOn: '2027-06-30' };
const DAYS = [1, 2, 3, 4, 5];
const MINUTES = 45;
/** Hours of the grid beyond the lessons of a day. */
const SPARE_HOURS = 2;

/**
 * Lessons are put into days first (see plantDays); then teachers are found who are free then, and windows are drawn around what everybody has,
 * with a little slack. As many meeting rooms as the timetable needs at once, and not one more.
 */
export function plantedSchool({
  seed,
  groups: count,
  studentsAGroup = 6,
  lessonsADay = 5,
}: PlantedOptions): PlantedSchool {
  const random = seededRandom(seed);
  const zones = ZONES.slice(0, Math.max(1, Math.min(ZONES.length, count)));
  const clocks = clocksOf([...ZONES].sort(), TERM);
  const staff = new Staff(clocks, random);
  const groups: GroupFacts[] = [];
  const courses: CourseFacts[] = [];
  const planted: LessonPlacement[] = [];
  const people = new Map<string, PersonFacts>();
  for (let index = 0; index < count; index++) {
    const zone = zones[index % zones.length] ?? ZONES[0];
    const group = plantGroup(`g${index}`, zone, lessonsADay, studentsAGroup, random);
    groups.push(group);
    const hours: GridHour[] = [];
    for (const one of plantDays(group, lessonsADay, random)) {
      courses.push({ ...one.course, teacherId: staff.teacherFor(group, one.at) });
      planted.push(...one.at.map((at, nth) => ({ courseId: one.course.id, nth: nth + 1, at, isLocked: false })));
      hours.push(...one.at);
    }
    const spans = hours.map((at) => ({ zone, weekday: at.weekday, start: startOf(group, at), minutes: MINUTES }));
    for (const id of group.studentIds) {
      const home = random.below(4) === 0 ? (NEARBY[zone] ?? zone) : zone;
      people.set(id, { id, zone: home, weekly: windowsAround(spans, home, clocks, random), sharesDeviceWith: [] });
    }
  }
  for (const teacher of staff.people()) people.set(teacher.id, teacher);
  const rules = { ...usualRules, lessonsADay, meetingRooms: staff.mostAtOnce() };
  const facts = {
    clocks,
    groups,
    courses,
    people,
    taken: [],
    absences: [],
    rules,
    norms: null,
    schoolNorms: [],
    lessons: [],
  };
  return { facts: { ...facts, lessons: planted.map((one) => ({ ...one, at: null })) }, planted };
}

function plantGroup(id: string, zone: string, lessonsADay: number, students: number, random: Random): GroupFacts {
  const first = 8 + random.below(3);
  const grid = DAYS.flatMap((weekday) =>
    Array.from({ length: lessonsADay + SPARE_HOURS }, (_, before): GridPlace => {
      const startsTime = `${String(first + before).padStart(2, '0')}:00`;
      return { weekday, hour: before + 1, startsTime, minutes: MINUTES };
    }),
  );
  const studentIds = Array.from({ length: students }, (_, index) => `${id}-s${index}`);
  const half = Math.ceil(students / 2);
  const subgroups = [
    { id: `${id}-blue`, name: 'Blue', studentIds: studentIds.slice(0, half) },
    { id: `${id}-white`, name: 'White', studentIds: studentIds.slice(half) },
  ];
  return { id, name: id, grade: 7, zone, grid, studentIds, subgroups };
}
