import { seededRandom } from '../../../server/optimise/random.ts';
import type { CttCurriculum, CttInstance, CttLecture } from '../domain/ctt/instance.ts';

/** A small instance, often a tight one: courses that share teachers and curricula, closed periods, rooms that are too small. */
export function randomCtt(seed: number): CttInstance {
  const random = seededRandom(seed);
  const days = 2 + random.below(3);
  const periodsPerDay = 1 + random.below(4);
  const courses = Array.from({ length: 2 + random.below(8) }, (_, index) => ({
    id: `c${index}`,
    teacher: `t${random.below(5)}`,
    lectures: random.below(5),
    minDays: random.below(4),
    students: 10 + random.below(30),
  }));
  const curricula = Array.from({ length: random.below(6) }, (_, index): CttCurriculum => {
    return { id: `q${index}`, courses: courses.filter(() => random.below(3) === 0).map(({ id }) => id) };
  });
  const unavailable = courses.flatMap(({ id }) =>
    Array.from({ length: random.below(4) }, () => ({
      course: id,
      day: random.below(days),
      period: random.below(periodsPerDay),
    })),
  );
  const rooms = Array.from({ length: 1 + random.below(4) }, (_, index) => ({
    id: `r${index}`,
    seats: 10 + random.below(30),
  }));
  return { name: `random-${seed}`, days, periodsPerDay, courses, rooms, curricula, unavailable };
}

/** Lines anywhere, some twice, some missing: what a recount has to be able to judge. */
export function randomLines(instance: CttInstance, seed: number): CttLecture[] {
  const random = seededRandom(seed);
  return instance.courses.flatMap(({ id, lectures }) =>
    Array.from({ length: Math.max(0, lectures + random.below(3) - 1) }, () => ({
      course: id,
      room: instance.rooms[random.below(instance.rooms.length)]?.id ?? '',
      day: random.below(instance.days),
      period: random.below(instance.periodsPerDay),
    })),
  );
}

/** The instance as the text of a .ctt file. */
export const cttText = ({ name, days, periodsPerDay, courses, rooms, curricula, unavailable }: CttInstance): string =>
  [
    `Name: ${name}`,
    `Courses: ${courses.length}`,
    `Rooms: ${rooms.length}`,
    `Days: ${days}`,
    `Periods_per_day: ${periodsPerDay}`,
    `Curricula: ${curricula.length}`,
    `Constraints: ${unavailable.length}`,
    '',
    'COURSES:',
    ...courses.map((one) => `${one.id} ${one.teacher} ${one.lectures} ${one.minDays} ${one.students}`),
    '',
    'ROOMS:',
    ...rooms.map((one) => `${one.id} ${one.seats}`),
    '',
    'CURRICULA:',
    ...curricula.map((one) => `${one.id} ${one.courses.length} ${one.courses.join(' ')}`),
    '',
    'UNAVAILABILITY_CONSTRAINTS:',
    ...unavailable.map((one) => `${one.course} ${one.day} ${one.period}`),
    '',
    'END.',
    '',
  ].join('\n');
