import type { Case, ConstraintScore, Score } from '../model/score.ts';
import type { CttInstance, CttLecture } from './instance.ts';
import type { ReadSolution } from './solutionText.ts';

/**
 * Counts the whole cost of a solution from the lines and the instance alone, with the rules of the competition. Plain on purpose and
 * sharing nothing with the search: it is the judge of the search's incremental counts.
 *
 * A second line of a course in one period is skipped by every rule but the count of lectures, as the official validator does.
 * `byConstraint` holds a part per course, curriculum, room or pair that causes cost; the parts add up to `hard` and `soft`.
 */
export function recount(instance: CttInstance, { lectures, malformed }: ReadSolution): Score {
  const facts = factsOf(instance, lectures);
  const parts = [
    part(
      'malformed',
      'malformed',
      'hard',
      malformed.map((line) => caseOf(1, [], { line })),
    ),
    ...lectureParts(facts),
    ...clashParts(facts),
    ...unavailableParts(facts),
    ...roomParts(facts),
    ...courseParts(facts),
    ...curriculumParts(facts),
  ].filter(({ cost }) => cost > 0);
  const total = (hard: boolean): number =>
    parts.filter((one) => one.hard === hard).reduce((sum, one) => sum + one.cost, 0);
  return { hard: total(true), soft: total(false), byConstraint: parts };
}

interface Facts {
  readonly instance: CttInstance;
  /** Lines of each course, repeated ones too. */
  readonly said: ReadonlyMap<string, number>;
  /** Without repeated lines. */
  readonly held: readonly CttLecture[];
  readonly byCourse: ReadonlyMap<string, readonly CttLecture[]>;
  readonly byPeriod: ReadonlyMap<string, readonly CttLecture[]>;
}

const key = (...words: readonly (string | number)[]): string => words.join(' ');
const caseOf = (amount: number, activities: readonly string[], detail: Case['detail'] = {}): Case => ({
  amount,
  activities,
  detail,
});
const nameOf = ({ course, day, period }: CttLecture): string => key(course, day, period);

/** `weight` is what the competition asks for one unit of amount; hard rules are counted, not weighed. */
function part(id: string, kind: string, weight: number | 'hard', cases: readonly Case[]): ConstraintScore {
  const amount = cases.reduce((sum, one) => sum + one.amount, 0);
  const activities = [...new Set(cases.flatMap((one) => one.activities))];
  const hard = weight === 'hard';
  return { id, kind, hard, weight: hard ? 100 : weight, cost: hard ? amount : amount * weight, activities, cases };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function factsOf(instance: CttInstance, lectures: readonly CttLecture[]): Facts {
  const held = [...groupBy(lectures, nameOf).values()].flatMap(([first]) => (first ? [first] : []));
  const said = new Map([...groupBy(lectures, (one) => one.course)].map(([course, lines]) => [course, lines.length]));
  return {
    instance,
    said,
    held,
    byCourse: groupBy(held, (one) => one.course),
    byPeriod: groupBy(held, (one) => key(one.day, one.period)),
  };
}

/** Lectures that are missing, too many, or twice in a period. */
function lectureParts({ instance, said, byCourse }: Facts): ConstraintScore[] {
  return instance.courses.map(({ id, lectures }) => {
    const lines = said.get(id) ?? 0;
    const held = byCourse.get(id)?.length ?? 0;
    const repeated = lines > held && held >= lectures ? lines - held : 0;
    const amount = Math.abs(lectures - held) + repeated;
    return part(`lectures:${id}`, 'lectures', 'hard', amount > 0 ? [caseOf(amount, [id], { held, lectures })] : []);
  });
}

/** Two lectures in a period of one curriculum or one teacher: a case per pair of courses. */
function clashParts({ instance, byPeriod }: Facts): ConstraintScore[] {
  const teacherOf = new Map(instance.courses.map(({ id, teacher }) => [id, teacher]));
  const curriculaOf = new Map(instance.courses.map(({ id }) => [id, new Set<string>()]));
  for (const { id, courses } of instance.curricula) for (const course of courses) curriculaOf.get(course)?.add(id);
  const clash = (a: string, b: string): boolean =>
    teacherOf.get(a) === teacherOf.get(b) || [...(curriculaOf.get(a) ?? [])].some((id) => curriculaOf.get(b)?.has(id));
  const pairs = [...byPeriod.values()].flatMap((there) =>
    there.flatMap((first, index) =>
      there
        .slice(index + 1)
        .flatMap((second) => (clash(first.course, second.course) ? [[first, second] as const] : [])),
    ),
  );
  const byPair = groupBy(pairs, ([a, b]) => key('conflicts:', ...[a.course, b.course].sort()));
  return [...byPair].map(([id, list]) =>
    part(
      id,
      'conflicts',
      'hard',
      list.map(([a, b]) => caseOf(1, [nameOf(a), nameOf(b)], { day: a.day, period: a.period })),
    ),
  );
}

function unavailableParts({ instance, held }: Facts): ConstraintScore[] {
  const closed = new Set(instance.unavailable.map(({ course, day, period }) => key(course, day, period)));
  const bad = groupBy(
    held.filter((one) => closed.has(nameOf(one))),
    (one) => one.course,
  );
  return [...bad].map(([course, list]) =>
    part(
      `availability:${course}`,
      'availability',
      'hard',
      list.map((one) => caseOf(1, [nameOf(one)])),
    ),
  );
}

/** Rooms that are used twice at once; seats that are missing. */
function roomParts({ instance, held }: Facts): ConstraintScore[] {
  const seats = new Map(instance.rooms.map((room) => [room.id, room.seats]));
  const students = new Map(instance.courses.map((course) => [course.id, course.students]));
  const twice = groupBy(
    [...groupBy(held, ({ room, day, period }) => key(room, day, period)).values()].filter((list) => list.length > 1),
    ([first]) => first?.room ?? '',
  );
  const missing = (one: CttLecture): number =>
    Math.max(0, (students.get(one.course) ?? 0) - (seats.get(one.room) ?? 0));
  const small = groupBy(
    held.filter((one) => missing(one) > 0),
    (one) => one.course,
  );
  return [
    ...[...twice].map(([room, lists]) =>
      part(
        `room-occupation:${room}`,
        'room-occupation',
        'hard',
        lists.map((list) => caseOf(list.length - 1, list.map(nameOf))),
      ),
    ),
    ...[...small].map(([course, list]) =>
      part(
        `room-capacity:${course}`,
        'room-capacity',
        1,
        list.map((one) => caseOf(missing(one), [nameOf(one)], { room: one.room })),
      ),
    ),
  ];
}

/** Five for every day that a course is short of; one for every room after its first. */
function courseParts({ instance, byCourse }: Facts): ConstraintScore[] {
  return instance.courses.flatMap(({ id, minDays }) => {
    const own = byCourse.get(id) ?? [];
    const names = own.map(nameOf);
    const days = new Set(own.map((one) => one.day)).size;
    const rooms = new Set(own.map((one) => one.room)).size;
    return [
      part(
        `min-working-days:${id}`,
        'min-working-days',
        5,
        days < minDays ? [caseOf(minDays - days, names, { days, minDays })] : [],
      ),
      part(`room-stability:${id}`, 'room-stability', 1, rooms > 1 ? [caseOf(rooms - 1, names, { rooms })] : []),
    ];
  });
}

/** Two for every lecture of a curriculum without another of it in the period before or after, on the same day. */
function curriculumParts({ instance, byCourse }: Facts): ConstraintScore[] {
  return instance.curricula.map(({ id, courses }) => {
    const own = [...new Set(courses)].flatMap((course) => byCourse.get(course) ?? []);
    const busy = new Set(own.map(({ day, period }) => key(day, period)));
    const alone = own.filter(({ day, period }) => !busy.has(key(day, period - 1)) && !busy.has(key(day, period + 1)));
    const cases = alone.map((one) => caseOf(1, [nameOf(one)], { day: one.day, period: one.period }));
    return part(`compactness:${id}`, 'compactness', 2, cases);
  });
}
