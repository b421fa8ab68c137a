import { at, costAt } from '../ints.ts';
import type { Board } from './board.ts';

/** Nobody could make room: the start is out of the question as things are. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

/** What anybody costs at least who has to leave: a count need not find out who it is when that is too much already. */
export const LIGHTEST = 1;

/** More in the way than this is not worth a try. */
export const MOST_LEAVERS = 48;

/** Those who would have to leave for the start that is being looked at, each once; each costs its weight. */
export class Leavers {
  readonly found = new Int32Array(MOST_LEAVERS);
  length = 0;
  /** 1 for activities that must stay: they have no other start; 2 and more for those that were moved just now. */
  readonly fixed: Int32Array;
  /** How hard each activity has been to place so far. */
  readonly weight: Float64Array;
  readonly #board: Board;
  readonly #mark: Int32Array;
  #round = 0;

  constructor(board: Board) {
    const { activities } = board.compiled;
    this.#board = board;
    this.fixed = new Int32Array(activities);
    this.weight = new Float64Array(activities).fill(LIGHTEST);
    this.#mark = new Int32Array(activities);
  }

  clear(): void {
    this.#round += 1;
    this.length = 0;
  }

  has(other: number): boolean {
    return at(this.#mark, other) === this.#round;
  }

  /** What it costs to make one more leave: nothing when it does so anyway, IMPOSSIBLE when it must stay. */
  add(other: number): number {
    if (this.has(other)) return 0;
    if (at(this.fixed, other) > 0 || this.length === MOST_LEAVERS) return IMPOSSIBLE;
    this.#mark[other] = this.#round;
    this.found[this.length++] = other;
    return costAt(this.weight, other);
  }

  /** Takes an activity out of terms and days for the time of the count; its position stays known. */
  lift(other: number): void {
    const { present } = this.#board;
    present.days.change(other, this.optionOf(other), -1);
    present.optionOf[other] = -1;
    this.#board.expect(other, 1);
  }

  drop(other: number): void {
    const { present } = this.#board;
    const option = this.optionOf(other);
    present.optionOf[other] = option;
    present.days.change(other, option, 1);
    this.#board.expect(other, -1);
  }

  /** Where a placed activity is on the board, lifted or not. */
  optionOf(other: number): number {
    return at(this.#board.compiled.domains.option, at(this.#board.position, other));
  }
}
