import type { Random } from '../../../../../server/optimise/random.ts';
import { at, type Rows, rowsOf } from '../ints.ts';
import type { Term } from '../terms/term.ts';
import type { Board } from './board.ts';
import { Clashing } from './clashing.ts';
import { IMPOSSIBLE, Leavers } from './leavers.ts';
import { WeekRules } from './weekRules.ts';

/** Asks for lessons that may still come; `Demand` counts them. */
const MENDED_LATER: ReadonlySet<string> = new Set(['max-gaps', 'early-start', 'min-hours', 'min-days']);

/**
 * Who would have to leave for an activity to be placed somewhere: those who hold its people and room then, and as few of
 * the others as it takes for the hard rules about order and weeks.
 */
export class Blockers {
  /** Who is in the way, after `count`. */
  readonly leavers: Leavers;
  room = -1;
  readonly #board: Board;
  readonly #terms: readonly Term[];
  readonly #clashing: Clashing;
  readonly #weeks: WeekRules;
  /** Hard terms between an activity and one other, by activity, and who that is. */
  readonly #pairsOf: Rows;
  readonly #partner: Int32Array;

  constructor(board: Board, terms: readonly Term[], random: Random) {
    const { activities } = board.compiled;
    this.#board = board;
    this.#terms = terms;
    this.leavers = new Leavers(board);
    this.#clashing = new Clashing(board, this.leavers, random);
    const pairs: number[][] = Array.from({ length: activities }, () => []);
    const partners: number[][] = Array.from({ length: activities }, () => []);
    const wholes: number[][] = Array.from({ length: activities }, () => []);
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
    this.#weeks = new WeekRules(board, this.leavers, random, terms, wholes);
  }

  /** What it costs at least to place an unplaced activity there: those in the way whom no choice can spare. */
  bound(activity: number, position: number): number {
    this.leavers.clear();
    return this.#direct(activity, at(this.#board.compiled.domains.option, position));
  }

  /**
   * What it costs to place an unplaced activity there: the weights of all who must leave, or IMPOSSIBLE. Not counted to the end
   * when it is above the limit. The wanted room is taken if it is free.
   */
  count(activity: number, position: number, limit: number, wanted = -1): number {
    const { present, compiled } = this.#board;
    const option = at(compiled.domains.option, position);
    this.leavers.clear();
    this.room = -1;
    let cost = this.#direct(activity, option);
    if (cost > limit || cost === IMPOSSIBLE) return cost;
    const room = this.#clashing.roomFor(activity, option, wanted);
    if (room === undefined) return IMPOSSIBLE;
    this.room = room;
    cost += this.#clashing.inRoom(room, option);
    if (cost > limit || cost === IMPOSSIBLE || at(this.#weeks.concerns, activity) === 0) return cost;
    present.optionOf[activity] = option;
    present.roomOf[activity] = room;
    cost += this.#weeks.cost(activity, option, limit - cost);
    present.optionOf[activity] = -1;
    present.roomOf[activity] = -1;
    return cost;
  }

  /** Holders of its people, and partners of rules between two. */
  #direct(activity: number, option: number): number {
    const { optionOf } = this.#board.present;
    const cost = this.#clashing.people(activity, option);
    if (cost === IMPOSSIBLE) return cost;
    optionOf[activity] = option;
    const more = this.#againstPairs(activity);
    optionOf[activity] = -1;
    return cost + more;
  }

  #againstPairs(activity: number): number {
    const { start, values } = this.#pairsOf;
    const end = at(start, activity + 1);
    let cost = 0;
    for (let i = at(start, activity); i < end; i++) {
      const other = at(this.#partner, i);
      if (at(this.#board.present.optionOf, other) < 0 || this.leavers.has(other)) continue;
      if ((this.#terms[at(values, i)]?.amount() ?? 0) > 0) cost += this.leavers.add(other);
    }
    return cost;
  }
}
