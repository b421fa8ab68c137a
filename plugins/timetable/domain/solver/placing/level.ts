import { at, costAt } from '../ints.ts';
import type { Blockers } from './blockers.ts';
import { IMPOSSIBLE, MOST_LEAVERS } from './leavers.ts';

/** The starts that one step of a chain may try, with who is in the way; costs are counted in full only as far as that takes. */
export class Level {
  readonly position: Int32Array;
  readonly room: Int32Array;
  /** Counts made so far. */
  counts = 0;
  readonly #cost: Float64Array;
  readonly #count: Int32Array;
  readonly #blockers: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.position = new Int32Array(size);
    this.room = new Int32Array(size);
    this.#cost = new Float64Array(size);
    this.#count = new Int32Array(size);
    this.#blockers = new Int32Array(size * MOST_LEAVERS);
  }

  clear(): void {
    this.#length = 0;
  }

  /** Adds a start that costs at least `bound`. */
  add(position: number, bound: number): void {
    const i = this.#length++;
    this.position[i] = position;
    this.#cost[i] = bound;
    this.#count[i] = -1;
  }

  /** Index of the start that costs an activity least; -1 when none is possible. Those in the way there are kept, hardest to place first. */
  cheapest(activity: number, blockers: Blockers, rank: Int32Array): number {
    for (;;) {
      const i = this.#lowest();
      if (i < 0 || at(this.#count, i) >= 0) return i;
      this.#countFully(i, this.#lowestBut(i), activity, blockers, rank);
    }
  }

  /** Whether nobody at all is in the way at the start that was added last. */
  isLastFree(activity: number, blockers: Blockers, rank: Int32Array): boolean {
    return this.#countFully(this.#length - 1, 0, activity, blockers, rank) === 0;
  }

  drop(i: number): void {
    this.#cost[i] = IMPOSSIBLE;
  }

  blockersOf(i: number): number {
    return at(this.#count, i);
  }

  blocker(i: number, k: number): number {
    return at(this.#blockers, i * MOST_LEAVERS + k);
  }

  #countFully(i: number, limit: number, activity: number, blockers: Blockers, rank: Int32Array): number {
    const cost = blockers.count(activity, at(this.position, i), limit);
    this.counts += 1;
    this.#cost[i] = cost;
    if (cost <= limit && cost < IMPOSSIBLE) this.#keep(i, blockers, rank);
    return cost;
  }

  #keep(i: number, { leavers, room }: Blockers, rank: Int32Array): void {
    this.room[i] = room;
    this.#count[i] = leavers.length;
    const base = i * MOST_LEAVERS;
    for (let k = 0; k < leavers.length; k++) {
      const other = at(leavers.found, k);
      let slot = base + k;
      for (; slot > base && at(rank, at(this.#blockers, slot - 1)) > at(rank, other); slot--)
        this.#blockers[slot] = at(this.#blockers, slot - 1);
      this.#blockers[slot] = other;
    }
  }

  /** Index of the lowest cost known so far that was not dropped; -1 when none is left. */
  #lowest(): number {
    let best = -1;
    let lowest = IMPOSSIBLE;
    for (let i = 0; i < this.#length; i++) {
      if (costAt(this.#cost, i) >= lowest) continue;
      lowest = costAt(this.#cost, i);
      best = i;
    }
    return best;
  }

  #lowestBut(one: number): number {
    let lowest = IMPOSSIBLE;
    for (let i = 0; i < this.#length; i++)
      if (i !== one && costAt(this.#cost, i) < lowest) lowest = costAt(this.#cost, i);
    return lowest;
  }
}
