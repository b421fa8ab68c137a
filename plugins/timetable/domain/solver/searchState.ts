import { clashCounts } from './clashCounts.ts';
import type { Compiled } from './compile/compiled.ts';
import { dayCounts } from './dayCounts.ts';
import { at, costAt, rowsOf } from './ints.ts';
import { RoomChoice } from './roomChoice.ts';
import type { Present, Term } from './terms/term.ts';
import { termsOf } from './terms/terms.ts';

/** No soft cost of a real problem comes near this. */
const HARD_RANK = 1e6;

export const rankOf = (cost: { readonly hard: number; readonly soft: number }): number =>
  cost.hard * HARD_RANK + cost.soft;

/** Rounding that bounds of cost may be off by. */
const SLACK = 1e-6;

/** How prices of broken rules rise, how far, and how they fall again. */
const RAISE = 1.15;
const HIGHEST = 6;
const FALL = 0.97;

/** What the search pays for one unit of hard cost; soft cost is paid as it is. */
export interface Prices {
  hard: number;
}

/**
 * A timetable under search: where every activity is, and all counts that tell its cost without looking at the rest.
 *
 * Changes are tried in two phases, because most are refused: `shift` updates the cheap clash counts and tells a lower bound of the
 * change of cost, `settle` counts days and terms and tells the exact change. `revert` takes back all since the last
 * `accept`.
 */
export class SearchState {
  readonly compiled: Compiled;
  /** Position in the activity's domain, or -1 while it is unplaced. */
  readonly position: Int32Array;
  readonly optionOf: Int32Array;
  readonly roomOf: Int32Array;
  /** What terms are counted from. */
  readonly present: Present;
  readonly terms: readonly Term[];
  readonly clashes;
  readonly rooms: RoomChoice;
  hard = 0;
  soft = 0;

  readonly #days;
  readonly #prices: Prices;
  readonly #amounts: Float64Array;
  readonly #termHard: Int32Array;
  readonly #hardTerms: Int32Array;
  readonly #termSoft: Float64Array;
  readonly #termLeast: Float64Array;
  /** What the search pays for a unit of each term: the usual price, or more for hard terms that have resisted long. */
  readonly #termPrice: Float64Array;
  readonly #termsOf;
  /** Changes since the last accept: activity, position and room before. */
  readonly #changed: Int32Array;
  #changes = 0;
  #hardShift = 0;
  #softShift = 0;
  /** Change of cost by clashes and own charges, at present prices. */
  #pricedShift = 0;
  readonly #touched: Int32Array;
  readonly #stamp: Int32Array;
  #round = 0;
  #touchedCount = 0;
  readonly #newAmounts: Float64Array;

  constructor(compiled: Compiled, prices: Prices) {
    const { activities } = compiled;
    this.compiled = compiled;
    this.position = new Int32Array(activities).fill(-1);
    this.optionOf = new Int32Array(activities).fill(-1);
    this.roomOf = new Int32Array(activities).fill(-1);
    this.clashes = clashCounts(compiled, prices.hard);
    this.rooms = new RoomChoice(compiled, this.clashes);
    this.#days = dayCounts(compiled);
    this.#prices = prices;
    this.present = { compiled, days: this.#days, optionOf: this.optionOf, roomOf: this.roomOf };
    this.terms = termsOf(this.present);
    const count = this.terms.length;
    this.#amounts = Float64Array.from(this.terms, (term) => term.amount());
    this.#newAmounts = new Float64Array(count);
    this.#termHard = Int32Array.from(this.terms, (term) => (term.hard ? 1 : 0));
    this.#hardTerms = Int32Array.from([...this.terms.keys()].filter((term) => this.terms[term]?.hard));
    this.#termSoft = Float64Array.from(this.terms, (term) => (term.hard ? 0 : term.weight / 100));
    this.#termPrice = Float64Array.from(this.terms, (term) => (term.hard ? prices.hard : term.weight / 100));
    this.#termLeast = Float64Array.from(this.terms, (term) => term.least);
    const lists: number[][] = Array.from({ length: activities }, () => []);
    for (const [index, term] of this.terms.entries())
      for (const activity of new Set(term.activities)) lists[activity]?.push(index);
    this.#termsOf = rowsOf(lists);
    this.#changed = new Int32Array(3 * activities);
    this.#touched = new Int32Array(count);
    this.#stamp = new Int32Array(count);
    this.hard = activities;
    for (let term = 0; term < count; term++) {
      this.hard += at(this.#termHard, term) * costAt(this.#amounts, term);
      this.soft += costAt(this.#termSoft, term) * costAt(this.#amounts, term);
    }
  }

  /** Cost by which timetables are ranked: any hard conflict outweighs all soft ones. The search itself pays less for them. */
  cost(): number {
    return rankOf(this);
  }

  /**
   * Puts an activity at a position of its domain (-1: nowhere) with a room (-1: none), without counting days and terms yet.
   * Each activity at most once between two accepts.
   */
  shift(activity: number, position: number, room: number): void {
    const base = this.#changes * 3;
    this.#changed[base] = activity;
    this.#changed[base + 1] = at(this.position, activity);
    this.#changed[base + 2] = at(this.roomOf, activity);
    this.#changes += 1;
    this.#put(activity, position, room);
  }

  /** No lower than this can the change of cost be, whatever days and terms say: each affected term falls to its least at best. */
  lowerBound(): number {
    this.#collectTerms();
    let gain = 0;
    for (let i = 0; i < this.#touchedCount; i++) {
      const term = at(this.#touched, i);
      const room = costAt(this.#amounts, term) - costAt(this.#termLeast, term);
      if (room > 0) gain += room * costAt(this.#termPrice, term);
    }
    return this.#pricedShift - gain;
  }

  /**
   * Counts days and terms of the shifted activities, given what `lowerBound` said: the exact change of cost, or Infinity as
   * soon as it is sure to exceed the limit.
   */
  settle(lowerBound: number, limit: number): number {
    for (let i = 0; i < this.#changes; i++) this.#countDays(i, 1);
    this.#days.refresh();
    let bound = lowerBound;
    for (let i = 0; i < this.#touchedCount; i++) {
      const term = at(this.#touched, i);
      const amount = this.terms[term]?.amount() ?? 0;
      bound += costAt(this.#termPrice, term) * (amount - costAt(this.#termLeast, term));
      if (bound > limit + SLACK) return Number.POSITIVE_INFINITY;
      const change = amount - costAt(this.#amounts, term);
      this.#newAmounts[term] = amount;
      this.#hardShift += change * at(this.#termHard, term);
      this.#softShift += change * costAt(this.#termSoft, term);
    }
    return bound;
  }

  /** Keeps the settled changes. */
  accept(): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      const term = at(this.#touched, i);
      this.#amounts[term] = costAt(this.#newAmounts, term);
    }
    this.hard += this.#hardShift;
    this.soft += this.#softShift;
    this.#clear();
  }

  /** Takes the changes back; `settled` says whether days were counted already. */
  revert(settled: boolean): void {
    if (settled) {
      for (let i = 0; i < this.#changes; i++) this.#countDays(i, -1);
      this.#days.refresh();
    }
    for (let i = this.#changes - 1; i >= 0; i--) {
      this.#put(at(this.#changed, i * 3), at(this.#changed, i * 3 + 1), at(this.#changed, i * 3 + 2));
    }
    this.#clear();
  }

  /** Change of hard cost that was settled and not yet accepted. */
  pendingHard(): number {
    return this.#hardShift;
  }

  /** Makes a change for good, whatever it costs. */
  force(activity: number, position: number, room: number): void {
    this.shift(activity, position, room);
    this.settle(this.lowerBound(), Number.POSITIVE_INFINITY);
    this.accept();
  }

  /** Activities with a part in a hard conflict: in a clash, in a broken rule, or at a start that is forbidden to them. */
  culprits(): number[] {
    const { compiled } = this;
    const found = new Set<number>();
    for (let i = 0; i < this.#hardTerms.length; i++) {
      const index = at(this.#hardTerms, i);
      if (costAt(this.#amounts, index) > 0)
        for (const activity of this.terms[index]?.activities ?? []) found.add(activity);
    }
    for (let activity = 0; activity < compiled.activities; activity++) {
      const here = at(this.position, activity);
      const option = at(this.optionOf, activity);
      if (here < 0) continue;
      if (at(compiled.domains.hard, here) > 0 || this.clashes.involves(activity, option, at(this.roomOf, activity)))
        found.add(activity);
    }
    return [...found];
  }

  /**
   * Makes broken hard rules dearer to the search, and the others slowly usual again: the walls of a local minimum give way
   * (breakout, Morris 1993). The cost that is reported keeps the usual prices.
   */
  raisePrices(): void {
    const usual = this.#prices.hard;
    const change = (price: number, isBroken: boolean): number =>
      isBroken ? Math.min(price * RAISE, usual * HIGHEST) : Math.max(usual, price * FALL);
    for (let i = 0; i < this.#hardTerms.length; i++) {
      const term = at(this.#hardTerms, i);
      this.#termPrice[term] = change(costAt(this.#termPrice, term), costAt(this.#amounts, term) > 0);
    }
    this.clashes.raisePrices(change);
  }

  #clear(): void {
    this.#changes = 0;
    this.#hardShift = 0;
    this.#softShift = 0;
    this.#pricedShift = 0;
  }

  #collectTerms(): void {
    this.#round += 1;
    this.#touchedCount = 0;
    for (let i = 0; i < this.#changes; i++) {
      const activity = at(this.#changed, i * 3);
      const end = at(this.#termsOf.start, activity + 1);
      for (let k = at(this.#termsOf.start, activity); k < end; k++) {
        const term = at(this.#termsOf.values, k);
        if (at(this.#stamp, term) === this.#round) continue;
        this.#stamp[term] = this.#round;
        this.#touched[this.#touchedCount++] = term;
      }
    }
  }

  /** Moves the days of change i from before to now (by = 1), or back. */
  #countDays(i: number, by: 1 | -1): void {
    const activity = at(this.#changed, i * 3);
    const before = at(this.#changed, i * 3 + 1);
    if (before >= 0) this.#days.change(activity, at(this.compiled.domains.option, before), by === 1 ? -1 : 1);
    const now = at(this.optionOf, activity);
    if (now >= 0) this.#days.change(activity, now, by);
  }

  #put(activity: number, position: number, room: number): void {
    const { domains } = this.compiled;
    const before = at(this.position, activity);
    if (before >= 0) this.#charge(activity, -1);
    else this.#pay(-1, 0, -this.#prices.hard);
    this.position[activity] = position;
    this.roomOf[activity] = room;
    this.optionOf[activity] = position < 0 ? -1 : at(domains.option, position);
    if (position >= 0) this.#charge(activity, 1);
    else this.#pay(1, 0, this.#prices.hard);
  }

  /** Adds (or takes away) what the activity costs by itself and by clashes where it is now. */
  #charge(activity: number, sign: 1 | -1): void {
    const position = at(this.position, activity);
    const option = at(this.optionOf, activity);
    const room = at(this.roomOf, activity);
    const clashes = sign === 1 ? this.clashes.add(activity, option, room) : this.clashes.remove(activity, option, room);
    const own = at(this.compiled.domains.hard, position) + this.rooms.hardCost(activity, option, room);
    const soft = costAt(this.compiled.domains.soft, position) + this.rooms.softCost(activity, option, room);
    this.#pay(sign * (clashes + own), sign * soft, sign * (this.clashes.lastPriced() + own * this.#prices.hard + soft));
  }

  #pay(hard: number, soft: number, priced: number): void {
    this.#hardShift += hard;
    this.#softShift += soft;
    this.#pricedShift += priced;
  }
}
