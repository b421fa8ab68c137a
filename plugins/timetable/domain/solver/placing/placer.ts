import type { Random } from '../../../../../server/optimise/random.ts';
import { at, costAt } from '../ints.ts';
import type { Present, Term } from '../terms/term.ts';
import { Blockers } from './blockers.ts';
import { Board } from './board.ts';
import { Chain } from './chain.ts';
import { hardestFirst } from './hardestFirst.ts';

/** A draft to begin from: position in the domain (-1: not placed) and room of each activity. */
export interface Started {
  readonly position: Int32Array;
  readonly room: Int32Array;
}

/** Rounds for which a lesson that had to leave a start does not take it back, at least; up to twice as many more are drawn. */
const TABU = 5;
/** Rounds without a fuller timetable after which chains are not what helps; large schools need many to place their last lessons. */
const PATIENCE = 3000;

/**
 * Places a timetable lesson by lesson without breaking any hard rule, in the manner of FET: the hardest to place first, each by
 * a chain of moves. When no chain works out, the lesson takes a start anyway and those in the way wait to be placed again;
 * lessons that are hard to place become heavy, so that others make room for them (Nagata, Braysy 2009, ejection by weight).
 */
export class Placer {
  readonly board: Board;
  readonly best: { placed: number; position: Int32Array; room: Int32Array };
  /** Activities that cannot be placed whatever leaves: those that must stay are in the way. */
  readonly given: number[] = [];
  readonly #blockers: Blockers;
  readonly #chain: Chain;
  readonly #random: Random;
  readonly #waiting: number[];
  readonly #tabu: Int32Array;
  #round = 0;

  constructor(present: Present, terms: readonly Term[], random: Random, start: Started) {
    this.board = new Board(present);
    this.#random = random;
    this.#blockers = new Blockers(this.board, terms, random);
    const { compiled } = this.board;
    const { domains, seats } = compiled;
    this.#tabu = new Int32Array(domains.option.length);
    const order = hardestFirst(compiled, terms);
    const rank = new Int32Array(compiled.activities);
    for (const [place, activity] of order.entries()) rank[activity] = place;
    this.#chain = new Chain(this.board, this.#blockers, random, rank);
    const isFixed = (activity: number): boolean =>
      at(domains.start, activity + 1) - at(domains.start, activity) === 1 &&
      at(seats.start, activity + 1) - at(seats.start, activity) <= 1;
    for (const activity of order) if (isFixed(activity)) this.#blockers.leavers.fixed[activity] = 1;
    // Those without a choice come first; they never leave again.
    this.#waiting = [...order.filter(isFixed), ...order.filter((activity) => !isFixed(activity))].reverse();
    this.#begin(start);
    this.best = { placed: 0, position: this.board.position.slice(), room: present.roomOf.slice() };
  }

  /** Starts that were looked at so far. */
  get looks(): number {
    return this.#chain.looks;
  }

  /** Puts those of the draft where it has them, as far as nobody is in the way; the others wait. */
  #begin({ position, room }: Started): void {
    const waiting = this.#waiting.splice(0);
    for (const activity of waiting.toReversed()) {
      const there = at(position, activity);
      const isFree = there >= 0 && this.#blockers.count(activity, there, 0.5, at(room, activity)) < 0.5;
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
      if (!this.#chain.place(next)) this.#force(next);
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

  /** Places an activity although somebody has to leave for it: who is light, and did not leave that start just now. */
  #force(activity: number): void {
    const { weight } = this.#blockers.leavers;
    weight[activity] = costAt(weight, activity) + 1;
    const choice = this.#choose(activity);
    if (choice < 0) {
      this.given.push(activity);
      return;
    }
    const { first } = this.#chain;
    for (let k = first.blockersOf(choice) - 1; k >= 0; k--) {
      const other = first.blocker(choice, k);
      const here = at(this.board.position, other);
      this.#tabu[here] = this.#round + TABU + this.#random.below(2 * TABU);
      this.board.take(other);
      this.#waiting.push(other);
    }
    this.board.put(activity, at(first.position, choice), at(first.room, choice));
  }

  #choose(activity: number): number {
    const { first } = this.#chain;
    this.#chain.lookAround(activity);
    const lightest = this.#chain.cheapest(activity);
    let choice = lightest;
    while (choice >= 0 && at(this.#tabu, at(first.position, choice)) > this.#round) {
      first.drop(choice);
      choice = this.#chain.cheapest(activity);
    }
    return choice < 0 ? lightest : choice;
  }
}
