import type { Random } from '../../../../../server/optimise/random.ts';
import { at, costAt } from '../ints.ts';
import type { Present, Term } from '../terms/term.ts';
import { Blockers, IMPOSSIBLE, MOST_BLOCKERS } from './blockers.ts';
import { Board } from './board.ts';
import { hardestFirst } from './hardestFirst.ts';

/** A draft to begin from: position in the domain (-1: not placed) and room of each activity. */
export interface Started {
  readonly position: Int32Array;
  readonly room: Int32Array;
}

/** How deep a chain of moves may go; from `NARROW` on only the best start is tried (measured: deep and narrow finds most). */
const DEEPEST = 14;
const NARROW = 1;
/** Steps of chains that the placement of one activity may take. */
const CALLS = 100;
/** Rounds for which a lesson that had to leave a start does not take it back, at least; up to twice as many more are drawn. */
const TABU = 5;
/** Rounds without a fuller timetable after which chains are not what helps. */
const PATIENCE = 90;

/**
 * Places a timetable lesson by lesson without breaking any hard rule, in the manner of FET (Lalescu, "recursive swapping"): a
 * lesson goes where fewest are in the way, those find another place in turn, and so on down a chain. When no chain works out,
 * the lesson takes a start anyway and those in the way wait to be placed again; lessons that are hard to place become heavy,
 * so that others make room for them (Nagata, Braysy 2009, ejection by weight).
 */
export class Placer {
  readonly board: Board;
  /** Starts that were looked at so far. */
  looks = 0;
  readonly best: { placed: number; position: Int32Array; room: Int32Array };
  /** Activities that cannot be placed whatever leaves: those that must stay are in the way. */
  readonly given: number[] = [];
  readonly #blockers: Blockers;
  readonly #random: Random;
  readonly #waiting: number[];
  readonly #levels: readonly Level[];
  /** Moves made since the placement of an activity began: activity, position and room before. */
  readonly #trail: number[] = [];
  /** Place of each activity in the order of hardness. */
  readonly #rank: Int32Array;
  readonly #tabu: Int32Array;
  #round = 0;
  #callsLeft = 0;

  constructor(present: Present, terms: readonly Term[], random: Random, start: Started) {
    this.board = new Board(present);
    this.#random = random;
    this.#blockers = new Blockers(this.board, terms, random);
    const { compiled } = this.board;
    const { domains, seats } = compiled;
    const largest = domains.start.reduce((most, end, i) => Math.max(most, end - at(domains.start, i - 1)), 1);
    this.#levels = Array.from({ length: DEEPEST + 1 }, () => new Level(largest));
    this.#tabu = new Int32Array(domains.option.length);
    const order = hardestFirst(compiled, terms);
    this.#rank = new Int32Array(compiled.activities);
    for (const [rank, activity] of order.entries()) this.#rank[activity] = rank;
    const isFixed = (activity: number): boolean =>
      at(domains.start, activity + 1) - at(domains.start, activity) === 1 &&
      at(seats.start, activity + 1) - at(seats.start, activity) <= 1;
    for (const activity of order) if (isFixed(activity)) this.#blockers.fixed[activity] = 1;
    // Those without a choice come first; they never leave again.
    this.#waiting = [...order.filter(isFixed), ...order.filter((activity) => !isFixed(activity))].reverse();
    this.#begin(start);
    this.best = { placed: 0, position: this.board.position.slice(), room: present.roomOf.slice() };
  }

  /** Puts those of the draft where it has them, as far as nobody is in the way; the others wait. */
  #begin({ position, room }: Started): void {
    const waiting = this.#waiting.splice(0);
    for (const activity of waiting.toReversed()) {
      const there = at(position, activity);
      const isFree = there >= 0 && this.#blockers.count(activity, there, at(room, activity)) < 0.5;
      if (isFree) this.board.put(activity, there, this.#blockers.room);
      else this.#waiting.unshift(activity);
    }
  }

  /** Places waiting activities until none waits, it gets no further, or `isOver` says so. */
  run(isOver: (looks: number) => boolean): void {
    let fruitless = 0;
    while (fruitless <= PATIENCE && !isOver(this.looks)) {
      const next = this.#waiting.pop();
      if (next === undefined) return;
      this.#round += 1;
      this.#callsLeft = CALLS;
      this.#trail.length = 0;
      const done = this.#place(next, 0);
      this.#release();
      if (!done) this.#force(next);
      fruitless += 1;
      if (this.board.placed > this.best.placed) {
        this.#keep();
        fruitless = 0;
      }
    }
  }

  /** Empties the timetable; the best one stays in `best`. */
  clear(): void {
    for (const [activity, position] of this.board.position.entries()) if (position >= 0) this.board.take(activity);
    this.board.present.days.refresh();
  }

  #keep(): void {
    this.best.placed = this.board.placed;
    this.best.position.set(this.board.position);
    this.best.room.set(this.board.present.roomOf);
  }

  /** Places an activity where nobody, or only somebody who finds another place, is in the way. */
  #place(activity: number, depth: number): boolean {
    const level = this.#levels[depth];
    if (!level || this.#callsLeft-- <= 0) return false;
    this.#lookAround(activity, level);
    for (let i = this.#cheapest(activity, level); i >= 0; i = this.#cheapest(activity, level)) {
      const blockers = level.blockersOf(i);
      if (blockers > 0 && depth === DEEPEST) return false;
      const mark = this.#trail.length;
      for (let k = 0; k < blockers; k++) this.#moveAway(level.blocker(i, k));
      this.#moveTo(activity, at(level.position, i), at(level.room, i));
      if (this.#placeAll(level, i, blockers, depth + 1)) return true;
      this.#undo(mark);
      if (this.#callsLeft <= 0 || depth >= NARROW) return false;
      level.drop(i);
    }
    return false;
  }

  #placeAll(level: Level, candidate: number, count: number, depth: number): boolean {
    for (let k = 0; k < count; k++) if (!this.#place(level.blocker(candidate, k), depth)) return false;
    return true;
  }

  /** Looks at every start of an activity; ties are drawn. */
  #lookAround(activity: number, level: Level): void {
    const { domains } = this.board.compiled;
    const first = at(domains.start, activity);
    const count = at(domains.start, activity + 1) - first;
    const offset = this.#random.below(count);
    level.clear();
    for (let i = 0; i < count; i++) {
      const position = first + ((offset + i) % count);
      const bound = this.#blockers.bound(activity, position);
      if (bound < IMPOSSIBLE) level.add(position, bound);
    }
    this.looks += count;
  }

  /** Index of the start that costs least; -1 when none is possible. Costs are counted in full only as far as that takes. */
  #cheapest(activity: number, level: Level): number {
    for (;;) {
      const i = level.cheapest();
      if (i < 0 || level.isCounted(i)) return i;
      const cost = this.#blockers.count(activity, at(level.position, i));
      level.count(i, cost, this.#blockers, this.#rank);
      this.looks += 1;
    }
  }

  #moveAway(activity: number): void {
    const { present, position } = this.board;
    this.#trail.push(activity, at(position, activity), at(present.roomOf, activity));
    this.board.take(activity);
  }

  #moveTo(activity: number, position: number, room: number): void {
    this.#trail.push(activity, -1, -1);
    this.board.put(activity, position, room);
    this.#blockers.fixed[activity] = at(this.#blockers.fixed, activity) + 2;
  }

  #undo(mark: number): void {
    const trail = this.#trail;
    while (trail.length > mark) {
      const room = trail.pop() ?? 0;
      const position = trail.pop() ?? 0;
      const activity = trail.pop() ?? 0;
      if (position >= 0) this.board.put(activity, position, room);
      else {
        this.board.take(activity);
        this.#blockers.fixed[activity] = at(this.#blockers.fixed, activity) - 2;
      }
    }
  }

  /** Those who were moved may move again. */
  #release(): void {
    const { fixed } = this.#blockers;
    for (let i = 0; i < this.#trail.length; i += 3) {
      const activity = this.#trail[i] ?? 0;
      fixed[activity] = at(fixed, activity) & 1;
    }
  }

  /** Places an activity although somebody has to leave for it: who is light, and did not leave that start just now. */
  #force(activity: number): void {
    const { weight } = this.#blockers;
    weight[activity] = costAt(weight, activity) + 1;
    const level = this.#levels[0];
    if (!level) return;
    this.#lookAround(activity, level);
    let choice = this.#cheapest(activity, level);
    const lightest = choice;
    while (choice >= 0 && at(this.#tabu, at(level.position, choice)) > this.#round) {
      level.drop(choice);
      choice = this.#cheapest(activity, level);
    }
    if (choice < 0) choice = lightest;
    if (choice < 0) {
      this.given.push(activity);
      return;
    }
    const count = level.blockersOf(choice);
    for (let k = count - 1; k >= 0; k--) {
      const other = level.blocker(choice, k);
      const here = at(this.board.position, other);
      this.#tabu[here] = this.#round + TABU + this.#random.below(2 * TABU);
      this.board.take(other);
      this.#waiting.push(other);
    }
    this.board.put(activity, at(level.position, choice), at(level.room, choice));
  }
}

/** The starts that one step of a chain may try, with who is in the way. */
class Level {
  readonly position: Int32Array;
  readonly room: Int32Array;
  readonly #cost: Float64Array;
  readonly #count: Int32Array;
  readonly #blockers: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.position = new Int32Array(size);
    this.room = new Int32Array(size);
    this.#cost = new Float64Array(size);
    this.#count = new Int32Array(size);
    this.#blockers = new Int32Array(size * MOST_BLOCKERS);
  }

  clear(): void {
    this.#length = 0;
  }

  add(position: number, bound: number): void {
    const i = this.#length++;
    this.position[i] = position;
    this.#cost[i] = bound;
    this.#count[i] = -1;
  }

  isCounted(i: number): boolean {
    return at(this.#count, i) >= 0;
  }

  /** Keeps the full cost of a start, and who is in the way there: the hardest to place first. */
  count(i: number, cost: number, { found, length, room }: Blockers, rank: Int32Array): void {
    this.room[i] = room;
    this.#cost[i] = cost;
    this.#count[i] = length;
    const base = i * MOST_BLOCKERS;
    for (let k = 0; k < length; k++) {
      const other = at(found, k);
      let slot = base + k;
      for (; slot > base && at(rank, at(this.#blockers, slot - 1)) > at(rank, other); slot--)
        this.#blockers[slot] = at(this.#blockers, slot - 1);
      this.#blockers[slot] = other;
    }
  }

  /** Index of the cheapest start that was not dropped; -1 when none is left. */
  cheapest(): number {
    let best = -1;
    let lowest = IMPOSSIBLE;
    for (let i = 0; i < this.#length; i++) {
      if (costAt(this.#cost, i) >= lowest) continue;
      lowest = costAt(this.#cost, i);
      best = i;
    }
    return best;
  }

  drop(i: number): void {
    this.#cost[i] = IMPOSSIBLE;
  }

  blockersOf(i: number): number {
    return at(this.#count, i);
  }

  blocker(i: number, k: number): number {
    return at(this.#blockers, i * MOST_BLOCKERS + k);
  }
}
