import { expect } from 'chai';
import fc from 'fast-check';
import type { Busy } from '../../../server/calendar/api.ts';
import {
  byCost,
  chains,
  type FinderFacts,
  freeTimes,
  type Movable,
  mostMoves,
  type Proposal,
} from '../domain/reschedule/finder.ts';

const hourMs = 3_600_000;
const origin = Date.parse('2026-09-07T06:00:00Z');
const hour = (n: number) => ({
  startsAt: new Date(origin + n * hourMs),
  endsAt: new Date(origin + n * hourMs + 40 * 60_000),
});
const slotAt = (n: number) => ({
  ...hour(n),
  on: `2026-09-${String(7 + Math.floor(n / 6)).padStart(2, '0')}`,
  time: '08:00',
});

interface Drawn {
  readonly lessons: readonly { readonly at: number; readonly teacher: number; readonly students: readonly number[] }[];
  readonly offline: readonly { readonly person: number; readonly at: number }[];
  readonly capacity: number | undefined;
  readonly fixed: readonly number[];
}

const hours = 6;
const people = 5;

/** Some lessons of five people in six hours; lessons that would clash are left out. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  lessons: fc.array(
    fc.record({
      at: fc.nat(hours - 1),
      teacher: fc.nat(1),
      students: fc.uniqueArray(fc.integer({ min: 2, max: people - 1 }), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  offline: fc.array(fc.record({ person: fc.nat(people - 1), at: fc.nat(hours - 1) }), { maxLength: 6 }),
  capacity: fc.constantFrom(undefined, undefined, 1, 2),
  fixed: fc.array(fc.nat(7), { maxLength: 2 }),
});

function factsOf({ lessons, offline, capacity, fixed }: Drawn): FinderFacts {
  const slots = Array.from({ length: hours }, (_, n) => slotAt(n));
  const used = new Set<string>();
  const held = lessons.flatMap(({ at, teacher, students }, i) => {
    const keys = [teacher, ...students].map((id) => `${id} ${at}`);
    if (keys.some((key) => used.has(key))) return [];
    for (const key of keys) used.add(key);
    const lesson: Movable = {
      ...hour(at),
      id: `lesson ${i}`,
      courseId: `course ${i}`,
      commitmentId: `c${i}`,
      teacherId: `p${teacher}`,
      studentsOn: () => students.map((id) => `p${id}`),
      slots,
    };
    return [{ lesson, isFixed: fixed.includes(i) }];
  });
  const [first, ...rest] = held;
  if (!first) throw new Error('The first lesson clashes with nothing');
  const busy = rest.flatMap(({ lesson }) =>
    [lesson.teacherId, ...lesson.studentsOn(''), 'rooms'].map(
      (subjectId): Busy => ({
        startsAt: lesson.startsAt,
        endsAt: lesson.endsAt,
        subjectId,
        commitmentId: lesson.commitmentId ?? '',
        source: { plugin: 'timetable', entityId: lesson.id },
        isHold: false,
        isOverridden: false,
      }),
    ),
  );
  const available = Array.from({ length: people }, (_, person) => {
    const away = new Set(offline.filter((one) => one.person === person).map(({ at }) => at));
    return [`p${person}`, slots.filter((_slot, n) => !away.has(n))] as const;
  });
  return {
    lesson: first.lesson,
    others: new Map(
      rest.flatMap(({ lesson, isFixed }) => (isFixed ? [] : [[lesson.commitmentId ?? '', lesson] as const])),
    ),
    busy,
    rooms: capacity === undefined ? undefined : { id: 'rooms', capacity },
    available: new Map(available),
    wishes: [],
    lessonsADay: new Map(),
    scoreOf: () => ({ points: 0, gaps: 0, isTwice: false }),
  };
}

interface Way {
  readonly lessons: readonly Movable[];
  readonly at: readonly number[];
}

const hourOf = ({ startsAt }: { readonly startsAt: Date }): number => (+startsAt - origin) / hourMs;
const peopleOf = (lesson: Movable) => [lesson.teacherId, ...lesson.studentsOn('')];
const isOnline = ({ available }: FinderFacts, id: string, at: number): boolean =>
  (available.get(id) ?? []).some((free) => hourOf(free) === at);

/** Counted anew from who would sit where at each hour; nothing of the finder is asked. */
function canBeHeld(facts: FinderFacts, { lessons, at }: Way): boolean {
  const all = [facts.lesson, ...facts.others.values()];
  const fixed = new Map(facts.busy.map((one) => [`${one.commitmentId} ${one.subjectId}`, one]));
  const seats: [string, number][] = [...fixed.values()]
    .filter(({ commitmentId }) => !lessons.some((one) => one.commitmentId === commitmentId))
    .map((one) => [one.subjectId, hourOf(one)]);
  for (const [i, lesson] of lessons.entries())
    for (const id of [...peopleOf(lesson), 'rooms']) seats.push([id, at[i] ?? -1]);
  const count = (id: string, n: number) => seats.filter(([who, when]) => who === id && when === n).length;
  return lessons.every((lesson, i) => {
    const n = at[i] ?? -1;
    if (n === hourOf(lesson) || !isOnline(facts, lesson.teacherId, n) || !all.includes(lesson)) return false;
    if (facts.rooms && count('rooms', n) > facts.rooms.capacity) return false;
    return peopleOf(lesson).every((id) => count(id, n) === 1);
  });
}

/** Every placing of the lesson and up to two others that can be held, with its cost, cheapest first. */
function everyWay(facts: FinderFacts): readonly (Way & { readonly cost: readonly number[] })[] {
  const others = [...facts.others.values()];
  const sets: Movable[][] = [[]];
  for (const [i, one] of others.entries()) {
    sets.push([one]);
    for (const two of others.slice(i + 1)) sets.push([one, two]);
  }
  const placings = (size: number): number[][] =>
    Array.from({ length: size }).reduce<number[][]>(
      (all) => all.flatMap((before) => Array.from({ length: hours }, (_, n) => [...before, n])),
      [[]],
    );
  return sets
    .map((set) => [facts.lesson, ...set])
    .filter((lessons) => lessons.length <= mostMoves)
    .flatMap((lessons) => placings(lessons.length).map((at) => ({ lessons, at })))
    .filter((way) => canBeHeld(facts, way))
    .map((way) => ({ ...way, cost: costIn(facts, way) }))
    .sort((a, b) => compare(a.cost, b.cost));
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((one, i) => one - (b[i] ?? 0)).find((one) => one !== 0) ?? 0;

/** People disturbed, lessons moved, ms moved; the day's load is the finder's last resort and left out here. */
function costIn(facts: FinderFacts, { lessons, at }: Way): readonly number[] {
  const disturbed = new Set(lessons.slice(1).flatMap(peopleOf));
  for (const [i, lesson] of lessons.entries())
    for (const id of lesson.studentsOn('')) if (!isOnline(facts, id, at[i] ?? -1)) disturbed.add(id);
  const shift = lessons.reduce((sum, lesson, i) => sum + Math.abs((at[i] ?? 0) - hourOf(lesson)) * hourMs, 0);
  return [disturbed.size, lessons.length, shift];
}

const costOf = ({ disturbed, moves, shiftMs }: Proposal) => [disturbed, moves.length, shiftMs];

const startOf = ({ moves }: Proposal) => hourOf(moves[0]?.slot ?? { startsAt: new Date(0) });

/** A chain in which each other lesson was in the way; a room that gets free by moving somebody else is another matter. */
const withRooms = (facts: FinderFacts): boolean => facts.rooms !== undefined;

describe('The finder of other times', () => {
  it('finds exactly the times that trying all of them finds', () => {
    fc.assert(
      fc.property(drawn.map(factsOf), (facts) => {
        const all = everyWay(facts).filter(({ lessons }) => lessons.length === 1);
        const found = freeTimes(facts);
        expect(found.map(costOf)).to.deep.equal(all.map(({ cost }) => cost));
        expect(found.map(startOf).sort()).to.deep.equal(all.map(({ at }) => at[0]).sort());
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('finds the best chain wherever there is one, as trying all of them does', () => {
    let chained = 0;
    fc.assert(
      fc.property(
        drawn.map(factsOf).filter((facts) => !withRooms(facts)),
        (facts) => {
          const all = everyWay(facts);
          const found = [...freeTimes(facts), ...chains(facts)].toSorted(byCost);
          expect(found.length > 0).to.equal(all.length > 0);
          const [best, wanted] = [found[0], all[0]];
          if (wanted && wanted.lessons.length > 1) chained += 1;
          if (best && wanted) expect(costOf(best)).to.deep.equal(wanted.cost);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
    expect(chained, 'cases in which only a chain helps').to.be.above(10);
  });

  it('proposes nothing that cannot be held, with few rooms as well', () => {
    fc.assert(
      fc.property(drawn.map(factsOf), (facts) => {
        for (const { moves } of chains(facts)) {
          const way = { lessons: moves.map(({ lesson }) => lesson), at: moves.map(({ slot }) => hourOf(slot)) };
          expect(canBeHeld(facts, way)).to.equal(true);
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
