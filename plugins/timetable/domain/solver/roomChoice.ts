import type { Random } from '../../../../server/optimise/random.ts';
import type { ClashCounts } from './clashCounts.ts';
import type { Compiled } from './compile/compiled.ts';
import { at, costAt } from './ints.ts';

/** What rooms cost by themselves, and which one to try for an activity in an option. */
export class RoomChoice {
  readonly #compiled: Compiled;
  readonly #clashes: ClashCounts;
  /** Seat of a room for an activity, by `activity` then room; only activities with rooms have an entry. */
  readonly #seatOf: readonly ReadonlyMap<number, number>[];

  constructor(compiled: Compiled, clashes: ClashCounts) {
    this.#compiled = compiled;
    this.#clashes = clashes;
    const { start, room } = compiled.seats;
    this.#seatOf = Array.from({ length: compiled.activities }, (_, activity) => {
      const seats = new Map<number, number>();
      for (let seat = at(start, activity); seat < at(start, activity + 1); seat++) seats.set(at(room, seat), seat);
      return seats;
    });
  }

  hardCost(activity: number, option: number, room: number): number {
    const { seats } = this.#compiled;
    if (room < 0) return at(seats.noneHard, activity);
    const own = at(seats.hard, this.#seatOf[activity]?.get(room) ?? -1);
    return seats.closedHard === null ? own : own + this.#closed(seats.closedHard, option, room);
  }

  softCost(activity: number, option: number, room: number): number {
    const { seats } = this.#compiled;
    if (room < 0) return costAt(seats.noneSoft, activity);
    const own = costAt(seats.soft, this.#seatOf[activity]?.get(room) ?? -1);
    return seats.closedSoft === null ? own : own + this.#closed(seats.closedSoft, option, room);
  }

  /** Candidate rooms of an activity. */
  count(activity: number): number {
    const { start } = this.#compiled.seats;
    return at(start, activity + 1) - at(start, activity);
  }

  /** Whether the room (or -1, none) is one that the search uses for the activity. */
  offers(activity: number, room: number): boolean {
    return room < 0 ? this.count(activity) === 0 : (this.#seatOf[activity]?.has(room) ?? false);
  }

  /** First candidate room; -1 when the activity needs none. */
  first(activity: number): number {
    return this.count(activity) === 0 ? -1 : at(this.#compiled.seats.room, at(this.#compiled.seats.start, activity));
  }

  any(activity: number, random: Random): number {
    const count = this.count(activity);
    return count === 0
      ? -1
      : at(this.#compiled.seats.room, at(this.#compiled.seats.start, activity) + random.below(count));
  }

  /** A room that is free there, the cheapest one; ties are drawn. -1 when the activity needs none. */
  best(activity: number, option: number, random: Random): number {
    const { seats } = this.#compiled;
    const count = this.count(activity);
    if (count === 0) return -1;
    const first = at(seats.start, activity);
    const offset = random.below(count);
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count && lowest > 0; i++) {
      const room = at(seats.room, first + ((offset + i) % count));
      const clash = this.#clashes.ofRoom(room, option) + this.hardCost(activity, option, room);
      const cost = clash * 1000 + this.softCost(activity, option, room);
      if (cost >= lowest) continue;
      lowest = cost;
      best = room;
    }
    return best;
  }

  #closed(list: Int32Array | Float64Array, option: number, room: number): number {
    const { atoms } = this.#compiled.options;
    let sum = 0;
    for (let i = at(atoms.start, option); i < at(atoms.start, option + 1); i++) {
      sum += list[room * this.#compiled.atoms + at(atoms.values, i)] ?? 0;
    }
    return sum;
  }
}
