import type { Random } from '../../../../../server/optimise/random.ts';
import { at, costAt, type Rows, rowsOf } from '../ints.ts';
import type { Term } from '../terms/term.ts';
import type { Board } from './board.ts';
import { type Demand, demandOf } from './demand.ts';

/** Nobody could make room: the start is out of the question as things are. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

/** More in the way than this is not worth a try. */
export const MOST_BLOCKERS = 48;

const MENDED_LATER: ReadonlySet<string> = new Set(['max-gaps', 'early-start', 'min-hours', 'min-days']);

/**
 * Who would have to leave for an activity to be placed somewhere: those who hold its people and room then, and as few of
 * the others as it takes for the hard rules about order and weeks. Each costs its weight.
 */
export class Blockers {
  /** Who is in the way, after `count`. */
  readonly found = new Int32Array(MOST_BLOCKERS);
  length = 0;
  room = -1;
  /** 1 for activities that must stay: they have no other start, or were moved just now. */
  readonly fixed: Int32Array;
  /** How hard each activity has been to place so far. */
  readonly weight: Float64Array;

  readonly #board: Board;
  readonly #random: Random;
  readonly #terms: readonly Term[];
  readonly #demand: Demand;
  /** Hard terms between an activity and one other, and all other hard terms, by activity. */
  readonly #pairsOf: Rows;
  readonly #partner: Int32Array;
  readonly #wholesOf: Rows;
  readonly #usersOf: Rows;
  /** Users of a profile. */
  readonly #profileUsers: Rows;
  /** 1 for activities with a rule that needs more than two lessons to be judged. */
  readonly #hasMore: Int32Array;
  readonly #mark: Int32Array;
  /** Those of whom one has to leave, lightest key first. */
  readonly #choice: Int32Array;
  readonly #key: Float64Array;
  #choices = 0;
  #round = 0;

  constructor(board: Board, terms: readonly Term[], random: Random) {
    const { compiled } = board;
    this.#board = board;
    this.#random = random;
    this.#terms = terms;
    this.#demand = demandOf(compiled, board.present.days);
    this.fixed = new Int32Array(compiled.activities);
    this.weight = new Float64Array(compiled.activities).fill(1);
    this.#mark = new Int32Array(compiled.activities);
    this.#choice = new Int32Array(compiled.activities);
    this.#key = new Float64Array(compiled.activities);
    const pairs: number[][] = Array.from({ length: compiled.activities }, () => []);
    const partners: number[][] = Array.from({ length: compiled.activities }, () => []);
    const wholes: number[][] = Array.from({ length: compiled.activities }, () => []);
    for (const [index, term] of terms.entries()) {
      if (!term.hard || term.least < 0 || MENDED_LATER.has(term.kind)) continue;
      const [first, second] = term.activities;
      if (term.isPair && first !== undefined && second !== undefined) {
        pairs[first]?.push(index);
        partners[first]?.push(second);
        pairs[second]?.push(index);
        partners[second]?.push(first);
      } else for (const activity of new Set(term.activities)) wholes[activity]?.push(index);
    }
    this.#pairsOf = rowsOf(pairs);
    this.#partner = Int32Array.from(partners.flat());
    this.#wholesOf = rowsOf(wholes);
    this.#usersOf = inverted(compiled.usage.limited, compiled.usage.limit.length);
    this.#profileUsers = inverted(compiled.profiles.ofActivity, compiled.profiles.count);
    this.#hasMore = Int32Array.from(wholes, (list, activity) => {
      const { start, values } = compiled.profiles.ofActivity;
      const own = values.subarray(at(start, activity), at(start, activity + 1));
      return list.length > 0 || own.some((profile) => at(this.#demand.asks, profile) === 1) ? 1 : 0;
    });
  }

  /** What it costs at least to place an unplaced activity there: those in the way whom no choice can spare. */
  bound(activity: number, position: number): number {
    this.#begin();
    const option = at(this.#board.compiled.domains.option, position);
    return this.#direct(activity, option);
  }

  /** What it costs to place an unplaced activity there: the weights of all who must leave, or IMPOSSIBLE. The wanted room is taken if it is free. */
  count(activity: number, position: number, wanted = -1): number {
    const { present, compiled } = this.#board;
    const option = at(compiled.domains.option, position);
    this.#begin();
    let cost = this.#direct(activity, option);
    if (cost === IMPOSSIBLE) return cost;
    cost += this.#seat(activity, option, wanted);
    if (cost === IMPOSSIBLE || at(this.#hasMore, activity) === 0) return cost;
    present.optionOf[activity] = option;
    present.roomOf[activity] = this.room;
    cost += this.#againstWeeks(activity, option);
    present.optionOf[activity] = -1;
    present.roomOf[activity] = -1;
    return cost;
  }

  #begin(): void {
    this.#round += 1;
    this.length = 0;
    this.room = -1;
  }

  /** Holders of its people, and partners of rules between two. */
  #direct(activity: number, option: number): number {
    const { optionOf } = this.#board.present;
    const cost = this.#clashes(activity, option);
    if (cost === IMPOSSIBLE) return cost;
    optionOf[activity] = option;
    const more = this.#againstPairs(activity);
    optionOf[activity] = -1;
    return cost + more;
  }

  /** Rules that need more than two lessons to be judged: as if the activity were there and those found so far had left. */
  #againstWeeks(activity: number, option: number): number {
    const { days } = this.#board.present;
    days.change(activity, option, 1);
    this.#board.expect(activity, -1);
    for (let i = 0; i < this.length; i++) this.#lift(at(this.found, i));
    days.refresh();
    let cost = this.#againstWholes(activity);
    if (cost < IMPOSSIBLE) cost += this.#againstDemand(activity);
    for (let i = 0; i < this.length; i++) this.#drop(at(this.found, i));
    days.change(activity, option, -1);
    this.#board.expect(activity, 1);
    days.refresh();
    return cost;
  }

  #add(other: number): number {
    if (at(this.#mark, other) === this.#round) return 0;
    if (at(this.fixed, other) === 1 || this.length === MOST_BLOCKERS) return IMPOSSIBLE;
    this.#mark[other] = this.#round;
    this.found[this.length++] = other;
    return costAt(this.weight, other);
  }

  #clashes(activity: number, option: number): number {
    const { limited, limit: atOnce } = this.#board.compiled.usage;
    let cost = 0;
    for (let i = at(limited.start, activity); i < at(limited.start, activity + 1) && cost < IMPOSSIBLE; i++) {
      const resource = at(limited.values, i);
      cost += at(atOnce, resource) === 1 ? this.#holders(resource, option) : this.#crowd(resource, option);
    }
    return cost;
  }

  #holders(resource: number, option: number): number {
    const { atoms } = this.#board.compiled.options;
    let cost = 0;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++) {
      const other = this.#board.holder(resource, at(atoms.values, k));
      if (other >= 0) cost += this.#add(other);
    }
    return cost;
  }

  /** One of those who use a full resource has to leave in each atom, unless one does so anyway. */
  #crowd(resource: number, option: number): number {
    const { atoms } = this.#board.compiled.options;
    let cost = 0;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++) {
      const atom = at(atoms.values, k);
      if (this.#board.isFull(resource, atom)) cost += this.#oneOf(this.#usersOf, resource, atom);
    }
    return cost;
  }

  #oneOf(users: Rows, resource: number, atom: number): number {
    const { optionOf } = this.#board.present;
    let best = -1;
    let lowest = IMPOSSIBLE;
    for (let i = at(users.start, resource); i < at(users.start, resource + 1); i++) {
      const other = at(users.values, i);
      const option = at(optionOf, other);
      if (option < 0 || !this.#covers(option, atom)) continue;
      if (at(this.#mark, other) === this.#round) return 0;
      if (at(this.fixed, other) === 1) continue;
      const key = costAt(this.weight, other) + this.#random.next();
      if (key >= lowest) continue;
      lowest = key;
      best = other;
    }
    return best < 0 ? IMPOSSIBLE : this.#add(best);
  }

  #covers(option: number, atom: number): boolean {
    const { atoms } = this.#board.compiled.options;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++)
      if (at(atoms.values, k) === atom) return true;
    return false;
  }

  /** Takes the room that costs least: free, or held by somebody who leaves anyway, or by somebody light. */
  #seat(activity: number, option: number, wanted: number): number {
    const { seats, usage, options, atoms } = this.#board.compiled;
    const first = at(seats.start, activity);
    const count = at(seats.start, activity + 1) - first;
    if (count === 0) return 0;
    const offset = this.#random.below(count);
    let lowest = IMPOSSIBLE;
    for (let i = 0; i < count && lowest > 0; i++) {
      const seat = first + ((offset + i) % count);
      const room = at(seats.room, seat);
      let cost = 0;
      for (let k = at(options.atoms.start, option); k < at(options.atoms.start, option + 1); k++) {
        const atom = at(options.atoms.values, k);
        if (seats.closedHard !== null && at(seats.closedHard, room * atoms + atom) > 0) cost = IMPOSSIBLE;
        else if (at(usage.limit, room) === 1) {
          const other = this.#board.holder(room, atom);
          if (other >= 0 && at(this.#mark, other) !== this.#round)
            cost += at(this.fixed, other) === 1 ? IMPOSSIBLE : costAt(this.weight, other);
        }
      }
      // A little of the wish, so that among free rooms the better liked one is taken.
      if (room !== wanted) cost += Math.min(0.002, 0.001 + costAt(seats.soft, seat) / 1000);
      if (cost >= lowest) continue;
      lowest = cost;
      this.room = room;
    }
    if (lowest === IMPOSSIBLE || at(usage.limit, this.room) !== 1) return lowest === IMPOSSIBLE ? IMPOSSIBLE : 0;
    return this.#holders(this.room, option);
  }

  #againstPairs(activity: number): number {
    let cost = 0;
    for (let i = at(this.#pairsOf.start, activity); i < at(this.#pairsOf.start, activity + 1); i++) {
      const other = at(this.#partner, i);
      if (at(this.#board.present.optionOf, other) < 0 || at(this.#mark, other) === this.#round) continue;
      if ((this.#terms[at(this.#pairsOf.values, i)]?.amount() ?? 0) > 0) cost += this.#add(other);
    }
    return cost;
  }

  /** Takes a blocker out of terms and days for the time of the count; its position stays known. */
  #lift(other: number): void {
    this.#board.present.days.change(other, this.#optionOf(other), -1);
    this.#board.present.optionOf[other] = -1;
    this.#board.expect(other, 1);
  }

  #drop(other: number): void {
    const option = this.#optionOf(other);
    this.#board.present.optionOf[other] = option;
    this.#board.present.days.change(other, option, 1);
    this.#board.expect(other, -1);
  }

  #optionOf(other: number): number {
    return at(this.#board.compiled.domains.option, at(this.#board.position, other));
  }

  #againstWholes(activity: number): number {
    let cost = 0;
    for (let i = at(this.#wholesOf.start, activity); i < at(this.#wholesOf.start, activity + 1); i++) {
      const term = this.#terms[at(this.#wholesOf.values, i)];
      if (!term || (term.waits && !this.#areAllPlaced(term))) continue;
      while (cost < IMPOSSIBLE && term.amount() > 0) {
        cost += this.#leaveOne(activity, term);
        if (term.waits) break;
      }
    }
    return cost;
  }

  #areAllPlaced(term: Term): boolean {
    for (const other of term.activities) if (at(this.#board.present.optionOf, other) < 0) return false;
    return true;
  }

  /** Makes one leave that helps, a light one. */
  #leaveOne(activity: number, term: Term): number {
    this.#choices = 0;
    for (const other of term.activities) if (this.#mayLeave(activity, other)) this.#consider(other);
    const before = term.amount();
    return this.#leaveLightest(() => term.amount() < before);
  }

  #mayLeave(activity: number, other: number): boolean {
    return other !== activity && at(this.#board.present.optionOf, other) >= 0 && at(this.fixed, other) === 0;
  }

  #consider(other: number): void {
    this.#choice[this.#choices] = other;
    this.#key[this.#choices++] = costAt(this.weight, other) + this.#random.next();
  }

  /** Of those considered, the lightest one whose leaving helps; else, of those that help only together, the lightest. */
  #leaveLightest(helps: () => boolean): number {
    const { days } = this.#board.present;
    let lightest = -1;
    for (let left = this.#choices; left > 0; left--) {
      let next = 0;
      for (let i = 1; i < this.#choices; i++) if (costAt(this.#key, i) < costAt(this.#key, next)) next = i;
      const other = at(this.#choice, next);
      this.#key[next] = IMPOSSIBLE;
      if (lightest < 0) lightest = other;
      this.#lift(other);
      days.refresh();
      if (helps()) return this.#addLifted(other);
      this.#drop(other);
    }
    if (lightest < 0) return IMPOSSIBLE;
    this.#lift(lightest);
    days.refresh();
    return this.#addLifted(lightest);
  }

  #addLifted(other: number): number {
    const cost = this.#add(other);
    if (cost !== IMPOSSIBLE) return cost;
    this.#drop(other);
    return IMPOSSIBLE;
  }

  #againstDemand(activity: number): number {
    const { ofActivity } = this.#board.compiled.profiles;
    let cost = 0;
    for (let i = at(ofActivity.start, activity); i < at(ofActivity.start, activity + 1) && cost < IMPOSSIBLE; i++) {
      const profile = at(ofActivity.values, i);
      if (at(this.#demand.asks, profile) === 0) continue;
      while (cost < IMPOSSIBLE && this.#demand.beyond(profile, at(this.#board.toCome, profile)) > 0) {
        cost += this.#leaveEdge(activity, profile);
      }
    }
    return cost;
  }

  /** Makes a light lesson at the edge of a day leave: that takes no new hole. */
  #leaveEdge(activity: number, profile: number): number {
    const users = this.#profileUsers;
    this.#choices = 0;
    for (let i = at(users.start, profile); i < at(users.start, profile + 1); i++) {
      const other = at(users.values, i);
      if (this.#mayLeave(activity, other) && this.#isAtEdge(profile, other)) this.#consider(other);
    }
    const before = this.#demand.beyond(profile, at(this.#board.toCome, profile));
    return this.#leaveLightest(() => this.#demand.beyond(profile, at(this.#board.toCome, profile)) < before);
  }

  #isAtEdge(profile: number, other: number): boolean {
    const { profiles } = this.#board.compiled;
    const { days } = this.#board.present;
    let entry = at(profiles.ofActivity.start, other);
    while (at(profiles.ofActivity.values, entry) !== profile) entry += 1;
    const row = at(profiles.rowOfOption, this.#optionOf(other)) + at(profiles.slots, entry);
    for (let k = at(profiles.cellsOf.start, row); k < at(profiles.cellsOf.start, row + 1); k++) {
      const cell = at(profiles.cellBase, profile) + at(profiles.cellsOf.values, k);
      const day = at(profiles.dayOfCell, cell);
      if (cell === at(days.first, day) || cell === at(days.last, day)) return true;
    }
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
