import type { Random } from '../../../../../server/optimise/random.ts';
import { at, costAt, type Rows, rowsOf } from '../ints.ts';
import type { Term } from '../terms/term.ts';
import type { Board } from './board.ts';
import { type Demand, demandOf } from './demand.ts';
import { IMPOSSIBLE, type Leavers, LIGHTEST } from './leavers.ts';

/**
 * Hard rules that need more than two lessons to be judged: as few as it takes leave, light ones first, as if the activity were
 * at its new start and those found before had left.
 */
export class WeekRules {
  /** 1 for activities with such a rule. */
  readonly concerns: Int32Array;
  readonly #board: Board;
  readonly #leavers: Leavers;
  readonly #random: Random;
  readonly #terms: readonly Term[];
  readonly #termsOf: Rows;
  readonly #demand: Demand;
  /** Users of a profile: entries of `profiles.ofActivity`, and the activity of each entry. */
  readonly #entriesOf: Rows;
  readonly #userOf: Int32Array;
  /** Those of whom one has to leave, lightest key first. */
  readonly #choice: Int32Array;
  readonly #key: Float64Array;
  #choices = 0;

  /** `termsOf` are the terms to be kept, by activity. */
  constructor(
    board: Board,
    leavers: Leavers,
    random: Random,
    terms: readonly Term[],
    termsOf: readonly (readonly number[])[],
  ) {
    const { compiled } = board;
    const { ofActivity, count } = compiled.profiles;
    this.#board = board;
    this.#leavers = leavers;
    this.#random = random;
    this.#terms = terms;
    this.#termsOf = rowsOf(termsOf);
    this.#demand = demandOf(compiled, board.present.days);
    this.#choice = new Int32Array(compiled.activities);
    this.#key = new Float64Array(compiled.activities);
    this.#userOf = new Int32Array(ofActivity.values.length);
    const entries: number[][] = Array.from({ length: count }, () => []);
    this.concerns = Int32Array.from(termsOf, (list, activity) => {
      let asks = list.length > 0;
      for (let entry = at(ofActivity.start, activity); entry < at(ofActivity.start, activity + 1); entry++) {
        const profile = at(ofActivity.values, entry);
        this.#userOf[entry] = activity;
        entries[profile]?.push(entry);
        asks ||= at(this.#demand.asks, profile) === 1;
      }
      return asks ? 1 : 0;
    });
    this.#entriesOf = rowsOf(entries);
  }

  /** What leaving costs beyond those found so far; no longer exact once it is above the limit. */
  cost(activity: number, option: number, limit: number): number {
    const { days } = this.#board.present;
    const { found } = this.#leavers;
    days.change(activity, option, 1);
    this.#board.expect(activity, -1);
    for (let i = 0; i < this.#leavers.length; i++) this.#leavers.lift(at(found, i));
    days.refresh();
    let cost = this.#againstTerms(activity, limit);
    if (cost <= limit) cost += this.#againstDemand(activity, limit - cost);
    for (let i = 0; i < this.#leavers.length; i++) this.#leavers.drop(at(found, i));
    days.change(activity, option, -1);
    this.#board.expect(activity, 1);
    days.refresh();
    return cost;
  }

  #againstTerms(activity: number, limit: number): number {
    const { start, values } = this.#termsOf;
    const end = at(start, activity + 1);
    let cost = 0;
    for (let i = at(start, activity); i < end; i++) {
      const term = this.#terms[at(values, i)];
      if (!term || (term.waits && !this.#areAllPlaced(term))) continue;
      while (cost <= limit && cost < IMPOSSIBLE && term.amount() > 0) {
        if (limit < LIGHTEST) return LIGHTEST;
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

  #leaveOne(activity: number, term: Term): number {
    this.#choices = 0;
    for (const other of term.activities) if (this.#mayLeave(activity, other)) this.#consider(other);
    const before = term.amount();
    return this.#leaveLightest(() => term.amount() < before);
  }

  #againstDemand(activity: number, limit: number): number {
    const { start, values } = this.#board.compiled.profiles.ofActivity;
    const end = at(start, activity + 1);
    let cost = 0;
    for (let i = at(start, activity); i < end && cost <= limit; i++) {
      const profile = at(values, i);
      if (at(this.#demand.asks, profile) === 0) continue;
      let beyond = this.#demand.beyond(profile, at(this.#board.toCome, profile));
      while (beyond > 0 && cost <= limit && cost < IMPOSSIBLE) {
        if (limit < LIGHTEST) return LIGHTEST;
        cost += this.#leaveEdge(activity, profile, beyond);
        beyond = this.#demand.beyond(profile, at(this.#board.toCome, profile));
      }
    }
    return cost;
  }

  /** Makes a light lesson at the edge of a day leave: that takes no new hole. */
  #leaveEdge(activity: number, profile: number, beyond: number): number {
    const { start, values } = this.#entriesOf;
    const end = at(start, profile + 1);
    this.#choices = 0;
    for (let i = at(start, profile); i < end; i++) {
      const entry = at(values, i);
      const other = at(this.#userOf, entry);
      if (this.#mayLeave(activity, other) && this.#isAtEdge(profile, entry, other)) this.#consider(other);
    }
    return this.#leaveLightest(() => this.#demand.beyond(profile, at(this.#board.toCome, profile)) < beyond);
  }

  /** Where days have to begin early, the first lesson of a day would have to come back: only the last one is an edge. */
  #isAtEdge(profile: number, entry: number, other: number): boolean {
    const { profiles } = this.#board.compiled;
    const { days } = this.#board.present;
    const fromStart = at(this.#demand.fromStart, profile) === 1;
    const row = at(profiles.rowOfOption, this.#leavers.optionOf(other)) + at(profiles.slots, entry);
    const base = at(profiles.cellBase, profile);
    const end = at(profiles.cellsOf.start, row + 1);
    for (let k = at(profiles.cellsOf.start, row); k < end; k++) {
      const cell = base + at(profiles.cellsOf.values, k);
      const day = at(profiles.dayOfCell, cell);
      if (cell === at(days.last, day) || (!fromStart && cell === at(days.first, day))) return true;
    }
    return false;
  }

  #mayLeave(activity: number, other: number): boolean {
    return other !== activity && at(this.#board.present.optionOf, other) >= 0 && at(this.#leavers.fixed, other) === 0;
  }

  #consider(other: number): void {
    this.#choice[this.#choices] = other;
    this.#key[this.#choices++] = costAt(this.#leavers.weight, other) + this.#random.next();
  }

  /** Of those considered, the lightest one whose leaving helps; else, of those that help only together, the lightest. */
  #leaveLightest(helps: () => boolean): number {
    const { days } = this.#board.present;
    let lightest = -1;
    for (let left = this.#choices; left > 0; left--) {
      const other = this.#takeLightest();
      if (lightest < 0) lightest = other;
      this.#leavers.lift(other);
      days.refresh();
      if (helps()) return this.#addLifted(other);
      this.#leavers.drop(other);
    }
    if (lightest < 0) return IMPOSSIBLE;
    this.#leavers.lift(lightest);
    days.refresh();
    return this.#addLifted(lightest);
  }

  #takeLightest(): number {
    let next = 0;
    for (let i = 1; i < this.#choices; i++) if (costAt(this.#key, i) < costAt(this.#key, next)) next = i;
    this.#key[next] = IMPOSSIBLE;
    return at(this.#choice, next);
  }

  #addLifted(other: number): number {
    const cost = this.#leavers.add(other);
    if (cost === IMPOSSIBLE) this.#leavers.drop(other);
    return cost;
  }
}
