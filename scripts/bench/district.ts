import { usualRules } from '../../plugins/timetable/domain/compose/draftRules.ts';
import type {
  ComposeFacts,
  CourseFacts,
  GridPlace,
  GroupFacts,
  PersonFacts,
  WeeklyWindow,
} from '../../plugins/timetable/domain/compose/facts.ts';
import { clocksOf } from '../../plugins/timetable/queries/clocks.ts';
import { type Random, seededRandom } from '../../server/optimise/random.ts';

const zones = [
  'Europe/Madrid',
  'Europe/Moscow',
  'America/Mexico_City',
  'Asia/Yekaterinburg',
  'Asia/Novosibirsk',
  'Asia/Vladivostok',
];
const period = { fromOn: '2026-09-01', untilOn: '2027-06-30' };
const weekdays = [1, 2, 3, 4, 5];
const hours = [1, 2, 3, 4, 5, 6, 7, 8];
const studentsAGroup = 20;
/** Lessons a week of each course: 25 hours for every student. */
const courseLoads = [5, 4, 4, 3, 3, 2, 2, 2];
const teacherLoad = 20;

const grid: readonly GridPlace[] = weekdays.flatMap((weekday) =>
  hours.map((hour) => ({ weekday, hour, startsTime: `${String(hour + 7).padStart(2, '0')}:00`, minutes: 45 })),
);

/**
 * Groups of a centre or district in six zones, with 1.4 teachers a group. A timetable without conflict is made first, and
 * the hours in which people can be online are drawn around it: so one is known to exist.
 */
export function district(groupCount: number, seed: number): ComposeFacts {
  const random = seededRandom(seed);
  const clocks = clocksOf([...zones].sort(), period);
  const teacherCount = Math.ceil(groupCount * 1.4);
  const taken = Array.from({ length: teacherCount }, () => new Set<string>());
  const load = new Int32Array(teacherCount);
  const lessonTimes = new Map<string, { weekday: number; hour: number; zone: string }[]>();
  const note = (person: string, weekday: number, hour: number, zone: string): void => {
    lessonTimes.set(person, [...(lessonTimes.get(person) ?? []), { weekday, hour, zone }]);
  };
  const momentsOf = (zone: string, weekday: number, hour: number): string[] =>
    clocks.map((clock, index) => `${index}/${weekday * 1440 + (hour + 7) * 60 - (clock.offsets.get(zone) ?? 0)}`);
  const groups: GroupFacts[] = [];
  const courses: CourseFacts[] = [];
  for (let g = 0; g < groupCount; g++) {
    const zone = zones[g % zones.length] ?? 'UTC';
    const studentIds = Array.from({ length: studentsAGroup }, (_, i) => `student ${g}/${i}`);
    groups.push({ id: `group ${g}`, name: `Group ${g}`, grade: 7, zone, grid, studentIds, subgroups: [] });
    const free = new Set(weekdays.flatMap((weekday) => hours.slice(0, 6).map((hour) => `${weekday}/${hour}`)));
    for (const [index, lessonsAWeek] of courseLoads.entries()) {
      const { teacher, slots } = plant({ random, lessonsAWeek, free, zone, taken, load, momentsOf });
      const id = `course ${g}/${index}`;
      for (const slot of slots) {
        const [weekday = 1, hour = 1] = slot.split('/').map(Number);
        free.delete(slot);
        for (const moment of momentsOf(zone, weekday, hour)) taken[teacher]?.add(moment);
        note(`teacher ${teacher}`, weekday, hour, zone);
        note(`group ${g}`, weekday, hour, zone);
      }
      load[teacher] = (load[teacher] ?? 0) + lessonsAWeek;
      const subject = { subjectId: `subject ${index}`, subjectName: `Subject ${index}` };
      courses.push({
        id,
        groupId: `group ${g}`,
        subgroupId: null,
        ...subject,
        teacherId: `teacher ${teacher}`,
        lessonsAWeek,
        lessonMinutes: 45,
        studentIds,
      });
    }
  }
  const people = groups.flatMap(({ id, zone, studentIds }) =>
    studentIds.map((student): PersonFacts => {
      const weekly = random.next() < 0.3 ? around(lessonTimes.get(id) ?? [], random) : [];
      return { id: student, zone, weekly, sharesDeviceWith: [] };
    }),
  );
  const teachers = taken.map(
    (_, index): PersonFacts => ({
      id: `teacher ${index}`,
      zone: zones[index % zones.length] ?? 'UTC',
      weekly: [],
      sharesDeviceWith: [],
    }),
  );
  return {
    clocks,
    groups,
    courses,
    people: new Map([...people, ...teachers].map((one) => [one.id, one])),
    taken: [],
    absences: [],
    rules: usualRules,
    norms: null,
    schoolNorms: [],
    lessons: [],
  };
}

interface Planting {
  readonly random: Random;
  readonly lessonsAWeek: number;
  readonly free: ReadonlySet<string>;
  readonly zone: string;
  readonly taken: readonly ReadonlySet<string>[];
  readonly load: Int32Array;
  momentsOf(zone: string, weekday: number, hour: number): string[];
}

/** A teacher, drawn among those who have hours left, with slots in which the group and the teacher are free. */
function plant({ random, lessonsAWeek, free, zone, taken, load, momentsOf }: Planting): {
  teacher: number;
  slots: string[];
} {
  for (let tries = 0; tries < 5000; tries++) {
    const teacher = random.below(taken.length);
    if ((load[teacher] ?? 0) + lessonsAWeek > teacherLoad + (tries > 2000 ? 4 : 0)) continue;
    const open = [...free].filter((slot) => {
      const [weekday = 1, hour = 1] = slot.split('/').map(Number);
      return momentsOf(zone, weekday, hour).every((moment) => taken[teacher]?.has(moment) !== true);
    });
    const slots: string[] = [];
    while (slots.length < lessonsAWeek && open.length > 0) slots.push(...open.splice(random.below(open.length), 1));
    if (slots.length === lessonsAWeek) return { teacher, slots };
  }
  throw new Error('no teacher has time; draw with another seed');
}

/** Windows that hold the lessons of each day, and up to three hours more. */
function around(
  lessons: readonly { readonly weekday: number; readonly hour: number }[],
  random: Random,
): WeeklyWindow[] {
  return weekdays.flatMap((weekday): WeeklyWindow[] => {
    const own = lessons.filter((one) => one.weekday === weekday).map(({ hour }) => hour);
    if (own.length === 0) return [];
    const from = Math.max(1, Math.min(...own) - random.below(2)) + 7;
    const to = Math.min(9, Math.max(...own) + 1 + random.below(3)) + 7;
    const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
    return [{ kind: 'online', weekday, from: clock(from), to: clock(to) }];
  });
}
