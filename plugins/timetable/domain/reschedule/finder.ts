import { type Busy, covers, type Interval, overlaps } from '../../../../server/calendar/api.ts';
import type { Slot } from '../lessons/slot.ts';
import type { Rooms } from '../publish/allot.ts';
import type { ScoreChange } from './weekScore.ts';

/** A lesson that may go to another time. */
export interface Movable extends Interval {
  readonly id: string;
  readonly courseId: string;
  /** Null when it takes no time now: it was missed, or is held once more. */
  readonly commitmentId: string | null;
  readonly teacherId: string;
  studentsOn(on: string): readonly string[];
  /** Hours of its group's grid in which it fits, not before the earliest time that may be proposed, in order. */
  readonly slots: readonly Slot[];
}

/** Everything that decides where lessons could go. */
export interface FinderFacts {
  readonly lesson: Movable;
  /** Lessons that may make room, by commitment. */
  readonly others: ReadonlyMap<string, Movable>;
  /** What takes people and meeting rooms, without the lesson itself and without what is held for it. */
  readonly busy: readonly Busy[];
  readonly rooms: Rooms | undefined;
  /** When each person can be online, merged. */
  readonly available: ReadonlyMap<string, readonly Interval[]>;
  /** Hours that would suit; empty when none were named. */
  readonly wishes: readonly Interval[];
  /** Lessons a day that each student may not have more of; nobody is in it whom nothing limits. */
  readonly lessonsADay: ReadonlyMap<string, number>;
  /** What lessons at other times do to the timetable's score. */
  scoreOf(moves: readonly Placed[]): ScoreChange;
}

export interface PlannedMove {
  readonly lesson: Movable;
  readonly slot: Slot;
  /** Students outside of the hours in which they can be online. */
  readonly absent: readonly string[];
}

/** One way to hold the lesson at another time: it moves, and up to two others make room. */
export interface Proposal {
  /** The lesson itself comes first. */
  readonly moves: readonly PlannedMove[];
  /** People whom it costs something: those of other lessons that move, and students who cannot be online. */
  readonly disturbed: number;
  readonly isWished: boolean;
  /** How far the lessons move, in ms. */
  readonly shiftMs: number;
  /** What it does to the timetable, in the points of the workbench; below 0 it gets better. */
  readonly score: ScoreChange;
  /** Lessons that the fullest student then has on that day. */
  readonly load: number;
}

/** More lessons than this do not move for one. */
export const mostMoves = 3;
const dayMs = 86_400_000;
/** Steps of a search, so that nobody waits for long. */
const mostSteps = 60_000;

/** What takes each person, by the day (UTC) on which it begins. */
type ByPerson = ReadonlyMap<string, ReadonlyMap<number, readonly Busy[]>>;

/** Times for the lesson alone, best first. */
export function freeTimes(facts: FinderFacts): readonly Proposal[] {
  const taken = byPerson(facts.busy);
  return ranked(facts.lesson.slots.flatMap((slot) => proposalOf(facts, taken, [{ lesson: facts.lesson, slot }]) ?? []));
}

/**
 * Ways in which up to two other lessons make room for it, best first. Every other lesson in a chain stands in the way of
 * one before it; whoever is left in two places, or without a room, or has a teacher who is offline makes it no chain.
 */
export function chains(facts: FinderFacts): readonly Proposal[] {
  const taken = byPerson(facts.busy);
  const found: Proposal[] = [];
  let steps = 0;
  const extend = (placed: readonly Placed[], waiting: readonly Movable[]): void => {
    const [next, ...rest] = waiting;
    if (!next) {
      const proposal = placed.length > 1 ? proposalOf(facts, taken, placed) : undefined;
      if (proposal) found.push(proposal);
      return;
    }
    for (const slot of next.slots) {
      steps += 1;
      if (steps > mostSteps) return;
      const inTheWay = blockers(facts, taken, next, slot, [...placed, ...waiting.map((lesson) => ({ lesson }))]);
      if (!inTheWay || placed.length + waiting.length + inTheWay.length > mostMoves) continue;
      extend([...placed, { lesson: next, slot }], [...rest, ...inTheWay]);
    }
  };
  extend([], [facts.lesson]);
  return ranked(found);
}

/** A lesson and where it would be held. */
export interface Placed {
  readonly lesson: Movable;
  readonly slot: Slot;
}

/** Lessons that have to make room there; undefined when something is in the way that does not move. */
function blockers(
  { others, available }: FinderFacts,
  taken: ByPerson,
  lesson: Movable,
  slot: Slot,
  moving: readonly { readonly lesson: Movable }[],
): readonly Movable[] | undefined {
  if (overlaps(slot, lesson) && lesson.commitmentId !== null) return undefined;
  if (!covers(available.get(lesson.teacherId) ?? [], slot)) return undefined;
  const gone = new Set(moving.map((one) => one.lesson.commitmentId));
  const found = new Map<string, Movable>();
  for (const one of inTheWayOf(taken, lesson, slot)) {
    if (gone.has(one.commitmentId)) continue;
    const other = others.get(one.commitmentId);
    if (!other) return undefined;
    found.set(one.commitmentId, other);
  }
  return [...found.values()];
}

const peopleOf = ({ teacherId, studentsOn }: Movable, on: string): readonly string[] => [teacherId, ...studentsOn(on)];

const inTheWayOf = (taken: ByPerson, lesson: Movable, slot: Slot): readonly Busy[] =>
  peopleOf(lesson, slot.on).flatMap((id) => around(taken, id, slot).filter((one) => overlaps(one, slot)));

/** Weighs placed lessons; undefined when they cannot all be held so. */
function proposalOf(facts: FinderFacts, taken: ByPerson, placed: readonly Placed[]): Proposal | undefined {
  if (!canAllBeHeld(facts, taken, placed)) return undefined;
  const [first, ...rest] = placed;
  if (!first) return undefined;
  const moves = placed.map(({ lesson, slot }) => ({
    lesson,
    slot,
    absent: lesson.studentsOn(slot.on).filter((id) => !covers(facts.available.get(id) ?? [], slot)),
  }));
  const disturbed = new Set([
    ...moves.flatMap(({ absent }) => absent),
    ...rest.flatMap(({ lesson, slot }) => peopleOf(lesson, slot.on)),
  ]);
  const loads = loadsOn(facts, taken, first);
  if (loads.some(([id, lessons]) => lessons > (facts.lessonsADay.get(id) ?? lessons))) return undefined;
  return {
    moves,
    disturbed: disturbed.size,
    isWished: facts.wishes.some((wish) => wish.startsAt <= first.slot.startsAt && first.slot.endsAt <= wish.endsAt),
    shiftMs: placed.reduce((sum, { lesson, slot }) => sum + Math.abs(+slot.startsAt - +lesson.startsAt), 0),
    score: facts.scoreOf(placed),
    load: Math.max(1, ...loads.map(([, lessons]) => lessons)),
  };
}

/** Nobody is in two places, every teacher is online, every lesson has a room, and each really moves. */
function canAllBeHeld(facts: FinderFacts, taken: ByPerson, placed: readonly Placed[]): boolean {
  const gone = new Set(placed.map(({ lesson }) => lesson.commitmentId));
  return placed.every((one, i) => {
    const { lesson, slot } = one;
    if (overlaps(slot, lesson) && lesson.commitmentId !== null) return false;
    if (!covers(facts.available.get(lesson.teacherId) ?? [], slot)) return false;
    if (inTheWayOf(taken, lesson, slot).some(({ commitmentId }) => !gone.has(commitmentId))) return false;
    const people = new Set(peopleOf(lesson, slot.on));
    const meets = placed
      .slice(i + 1)
      .some(
        (other) => overlaps(other.slot, slot) && peopleOf(other.lesson, other.slot.on).some((id) => people.has(id)),
      );
    return !meets && hasRoom(facts, taken, gone, placed, slot);
  });
}

function hasRoom(
  { rooms }: FinderFacts,
  taken: ByPerson,
  gone: ReadonlySet<string | null>,
  placed: readonly Placed[],
  slot: Slot,
): boolean {
  if (!rooms) return true;
  const staying = around(taken, rooms.id, slot).filter((one) => !gone.has(one.commitmentId) && overlaps(one, slot));
  const held: readonly Interval[] = [...staying, ...placed.map((one) => one.slot).filter((one) => overlaps(one, slot))];
  const starts = held.map(({ startsAt }) => Math.max(+startsAt, +slot.startsAt));
  return starts.every((at) => held.filter((one) => +one.startsAt <= at && at < +one.endsAt).length <= rooms.capacity);
}

/** Lessons that each student of the lesson has around that day, this one included. */
function loadsOn({ lesson }: FinderFacts, taken: ByPerson, { slot }: Placed): readonly (readonly [string, number])[] {
  const noon = +slot.startsAt;
  const day = { startsAt: new Date(noon - dayMs / 2), endsAt: new Date(noon + dayMs / 2) };
  const ofDay = (one: Busy): boolean =>
    one.source.plugin === 'timetable' && !one.isHold && Math.abs(+one.startsAt - noon) < dayMs / 2;
  const others = (id: string): number =>
    around(taken, id, day).filter((one) => ofDay(one) && one.commitmentId !== lesson.commitmentId).length;
  return lesson.studentsOn(slot.on).map((id) => [id, others(id) + 1] as const);
}

/** Days that the lessons move: what is a matter of hours weighs less than a good timetable. */
const daysMoved = ({ shiftMs }: Proposal): number => Math.round(shiftMs / dayMs);

/**
 * Fewest people disturbed, fewest lessons moved, hours that were wished for, fewest days away, the better timetable, the
 * shortest way, the least full day, earliest.
 */
export const byCost = (a: Proposal, b: Proposal): number =>
  a.disturbed - b.disturbed ||
  a.moves.length - b.moves.length ||
  Number(b.isWished) - Number(a.isWished) ||
  daysMoved(a) - daysMoved(b) ||
  a.score.points - b.score.points ||
  a.shiftMs - b.shiftMs ||
  a.load - b.load ||
  startOf(a) - startOf(b);

const startOf = ({ moves }: Proposal): number => moves[0]?.slot.startsAt.getTime() ?? 0;

const ranked = (proposals: readonly Proposal[]): readonly Proposal[] => proposals.toSorted(byCost);

function byPerson(busy: readonly Busy[]): ByPerson {
  const found = new Map<string, Map<number, Busy[]>>();
  for (const one of busy) {
    const days = found.get(one.subjectId) ?? new Map<number, Busy[]>();
    found.set(one.subjectId, days);
    const day = Math.floor(+one.startsAt / dayMs);
    const list = days.get(day);
    if (list) list.push(one);
    else days.set(day, [one]);
  }
  return found;
}

/** What may take somebody during an interval: no commitment is longer than a day, so it began then or the day before. */
function around(taken: ByPerson, id: string, { startsAt, endsAt }: Interval): readonly Busy[] {
  const days = taken.get(id);
  const found: Busy[] = [];
  if (!days) return found;
  for (let day = Math.floor(+startsAt / dayMs) - 1; day <= Math.floor(+endsAt / dayMs); day += 1)
    found.push(...(days.get(day) ?? []));
  return found;
}
