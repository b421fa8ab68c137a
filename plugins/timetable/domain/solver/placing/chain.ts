import type { Random } from '../../../../../server/optimise/random.ts';
import { at } from '../ints.ts';
import type { Blockers } from './blockers.ts';
import type { Board } from './board.ts';
import { IMPOSSIBLE } from './leavers.ts';
import { Level } from './level.ts';

/** How deep a chain of moves may go; from `NARROW` on only the best start is tried (measured: deep and narrow finds most). */
const DEEPEST = 14;
const NARROW = 1;
/** Steps of chains that the placement of one activity may take (measured: from 100 on, chains cost more than they find). */
const CALLS = 60;

/**
 * Finds a place for an activity by moving others on (Lalescu, "recursive swapping"): it goes where fewest are in the way, those
 * find another place in turn, and so on. Who was moved in a chain stays where it put them.
 */
export class Chain {
  /** Starts that were looked at so far. */
  looks = 0;
  readonly #board: Board;
  readonly #blockers: Blockers;
  readonly #random: Random;
  /** Place of each activity in the order of hardness. */
  readonly #rank: Int32Array;
  readonly #levels: readonly Level[];
  /** Moves made since the chain began: activity, position and room before. */
  readonly #trail: number[] = [];
  #callsLeft = 0;

  constructor(board: Board, blockers: Blockers, random: Random, rank: Int32Array) {
    const { domains } = board.compiled;
    const largest = domains.start.reduce((most, end, i) => Math.max(most, end - at(domains.start, i - 1)), 1);
    this.#board = board;
    this.#blockers = blockers;
    this.#random = random;
    this.#rank = rank;
    this.#levels = Array.from({ length: DEEPEST + 1 }, () => new Level(largest));
  }

  /** Whether a place for a waiting activity was found; if not, all is as before. */
  place(activity: number): boolean {
    this.#callsLeft = CALLS;
    this.#trail.length = 0;
    const isPlaced = this.#place(activity, 0);
    this.#release();
    return isPlaced;
  }

  /** Looks at the starts of an activity, in a drawn order, up to the first one where nobody is in the way. */
  lookAround(activity: number, level = this.first): void {
    const { domains } = this.#board.compiled;
    const first = at(domains.start, activity);
    const count = at(domains.start, activity + 1) - first;
    const offset = this.#random.below(count);
    const before = level.counts;
    level.clear();
    let isFree = false;
    let i = 0;
    for (; i < count && !isFree; i++) {
      const position = first + ((offset + i) % count);
      const bound = this.#blockers.bound(activity, position);
      if (bound < IMPOSSIBLE) level.add(position, bound);
      isFree = bound === 0 && level.isLastFree(activity, this.#blockers, this.#rank);
    }
    this.looks += i + level.counts - before;
  }

  get first(): Level {
    const [first] = this.#levels;
    if (!first) throw new Error('a chain has at least one level');
    return first;
  }

  cheapest(activity: number, level = this.first): number {
    const before = level.counts;
    const cheapest = level.cheapest(activity, this.#blockers, this.#rank);
    this.looks += level.counts - before;
    return cheapest;
  }

  #place(activity: number, depth: number): boolean {
    const level = this.#levels[depth];
    if (!level || this.#callsLeft-- <= 0) return false;
    this.lookAround(activity, level);
    for (let i = this.cheapest(activity, level); i >= 0; i = this.cheapest(activity, level)) {
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

  #moveAway(activity: number): void {
    const { present, position } = this.#board;
    this.#trail.push(activity, at(position, activity), at(present.roomOf, activity));
    this.#board.take(activity);
  }

  #moveTo(activity: number, position: number, room: number): void {
    const { fixed } = this.#blockers.leavers;
    this.#trail.push(activity, -1, -1);
    this.#board.put(activity, position, room);
    fixed[activity] = at(fixed, activity) + 2;
  }

  #undo(mark: number): void {
    const { fixed } = this.#blockers.leavers;
    const trail = this.#trail;
    while (trail.length > mark) {
      const room = trail.pop() ?? 0;
      const position = trail.pop() ?? 0;
      const activity = trail.pop() ?? 0;
      if (position >= 0) this.#board.put(activity, position, room);
      else {
        this.#board.take(activity);
        fixed[activity] = at(fixed, activity) - 2;
      }
    }
  }

  /** Those who were moved may move again. */
  #release(): void {
    const { fixed } = this.#blockers.leavers;
    for (let i = 0; i < this.#trail.length; i += 3) {
      const activity = this.#trail[i] ?? 0;
      fixed[activity] = at(fixed, activity) & 1;
    }
  }
}
