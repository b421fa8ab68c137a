import type { Random } from '../../../../../server/optimise/random.ts';
import { at, costAt, type Rows, rowsOf } from '../ints.ts';
import type { Board } from './board.ts';
import { IMPOSSIBLE, type Leavers } from './leavers.ts';

/** Who holds the people, and the room, of an activity where it would go. */
export class Clashing {
  readonly #board: Board;
  readonly #leavers: Leavers;
  readonly #random: Random;
  readonly #usersOf: Rows;

  constructor(board: Board, leavers: Leavers, random: Random) {
    const { usage } = board.compiled;
    this.#board = board;
    this.#leavers = leavers;
    this.#random = random;
    this.#usersOf = inverted(usage.limited, usage.limit.length);
  }

  /** Makes those leave who hold its people. */
  people(activity: number, option: number): number {
    const { limited, limit: atOnce } = this.#board.compiled.usage;
    const end = at(limited.start, activity + 1);
    let cost = 0;
    for (let i = at(limited.start, activity); i < end && cost < IMPOSSIBLE; i++) {
      const resource = at(limited.values, i);
      cost += at(atOnce, resource) === 1 ? this.#holders(resource, option) : this.#crowd(resource, option);
    }
    return cost;
  }

  /** The room that costs least: free, or held by somebody who leaves anyway, or by somebody light; -1 for none, undefined when none can be had. */
  roomFor(activity: number, option: number, wanted: number): number | undefined {
    const { seats } = this.#board.compiled;
    const first = at(seats.start, activity);
    const count = at(seats.start, activity + 1) - first;
    if (count === 0) return -1;
    const offset = this.#random.below(count);
    let lowest = IMPOSSIBLE;
    let room: number | undefined;
    for (let i = 0; i < count && lowest > 0; i++) {
      const seat = first + ((offset + i) % count);
      let cost = this.#roomCost(at(seats.room, seat), option);
      // A little of the wish, so that among free rooms the better liked one is taken.
      if (at(seats.room, seat) !== wanted) cost += Math.min(0.002, 0.001 + costAt(seats.soft, seat) / 1000);
      if (cost >= lowest) continue;
      lowest = cost;
      room = at(seats.room, seat);
    }
    return room;
  }

  /** Makes those leave who hold the room. */
  inRoom(room: number, option: number): number {
    return room >= 0 && at(this.#board.compiled.usage.limit, room) === 1 ? this.#holders(room, option) : 0;
  }

  #roomCost(room: number, option: number): number {
    const { seats, usage, options, atoms } = this.#board.compiled;
    const isSingle = at(usage.limit, room) === 1;
    const end = at(options.atoms.start, option + 1);
    let cost = 0;
    for (let k = at(options.atoms.start, option); k < end; k++) {
      const atom = at(options.atoms.values, k);
      if (seats.closedHard !== null && at(seats.closedHard, room * atoms + atom) > 0) return IMPOSSIBLE;
      const other = isSingle ? this.#board.holder(room, atom) : -1;
      if (other < 0 || this.#leavers.has(other)) continue;
      if (at(this.#leavers.fixed, other) > 0) return IMPOSSIBLE;
      cost += costAt(this.#leavers.weight, other);
    }
    return cost;
  }

  #holders(resource: number, option: number): number {
    const { atoms } = this.#board.compiled.options;
    const end = at(atoms.start, option + 1);
    let cost = 0;
    for (let k = at(atoms.start, option); k < end; k++) {
      const other = this.#board.holder(resource, at(atoms.values, k));
      if (other >= 0) cost += this.#leavers.add(other);
    }
    return cost;
  }

  /** One of those who use a full resource has to leave in each atom, unless one does so anyway. */
  #crowd(resource: number, option: number): number {
    const { atoms } = this.#board.compiled.options;
    let cost = 0;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++) {
      const atom = at(atoms.values, k);
      if (this.#board.isFull(resource, atom)) cost += this.#oneOf(resource, atom);
    }
    return cost;
  }

  #oneOf(resource: number, atom: number): number {
    const { optionOf } = this.#board.present;
    const { start, values } = this.#usersOf;
    let best = -1;
    let lowest = IMPOSSIBLE;
    for (let i = at(start, resource); i < at(start, resource + 1); i++) {
      const other = at(values, i);
      const option = at(optionOf, other);
      if (option < 0 || !this.#covers(option, atom)) continue;
      if (this.#leavers.has(other)) return 0;
      if (at(this.#leavers.fixed, other) > 0) continue;
      const key = costAt(this.#leavers.weight, other) + this.#random.next();
      if (key >= lowest) continue;
      lowest = key;
      best = other;
    }
    return best < 0 ? IMPOSSIBLE : this.#leavers.add(best);
  }

  #covers(option: number, atom: number): boolean {
    const { atoms } = this.#board.compiled.options;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++)
      if (at(atoms.values, k) === atom) return true;
    return false;
  }
}

/** Who is in each list: from rows by activity to rows by value. */
function inverted(rows: Rows, count: number): Rows {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row + 1 < rows.start.length; row++) {
    for (let i = at(rows.start, row); i < at(rows.start, row + 1); i++) lists[at(rows.values, i)]?.push(row);
  }
  return rowsOf(lists);
}
