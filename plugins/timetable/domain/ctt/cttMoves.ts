import type { AnnealTarget } from '../../../../server/optimise/anneal.ts';
import type { Random } from '../../../../server/optimise/random.ts';
import { at } from '../solver/ints.ts';
import type { CttState } from './cttState.ts';
import { KempeChain } from './kempeChain.ts';

/** One missing lecture outweighs every soft cost of a real instance. */
const HARD_RANK = 1e6;

const SWAP_SHARE = 0.4;
const ROOM_SHARE = 0.1;
const KEMPE_SHARE = 0.15;

/**
 * Random changes of a timetable: two lectures change slots; a lecture goes to an empty slot, or to another room; a Kempe chain of
 * conflicting lectures changes periods. Hard rules are looked at first and never broken.
 */
export class CttMoves implements AnnealTarget {
  readonly state: CttState;
  readonly #random: Random;
  readonly #chain: KempeChain;
  readonly best: { soft: number; unplaced: number; slotOf: Int32Array };

  constructor(state: CttState, random: Random) {
    this.state = state;
    this.#random = random;
    this.#chain = new KempeChain(state);
    this.best = { soft: state.soft, unplaced: state.unplaced, slotOf: state.slotOf.slice() };
  }

  cost(): number {
    return this.state.unplaced * HARD_RANK + this.state.soft;
  }

  keep(): void {
    const { state, best } = this;
    best.soft = state.soft;
    best.unplaced = state.unplaced;
    best.slotOf.set(state.slotOf);
  }

  /** Makes the timetable what these slots say. */
  adopt(slots: Int32Array): void {
    const { state } = this;
    for (const [lecture, slot] of state.slotOf.entries()) {
      if (slot < 0 || slot === at(slots, lecture)) continue;
      state.rival(state.courseOf(lecture), at(state.periodOf, slot), -1);
      state.take(lecture);
    }
    for (const [lecture, slot] of slots.entries()) {
      if (slot < 0 || slot === at(state.slotOf, lecture)) continue;
      state.place(lecture, slot);
      state.rival(state.courseOf(lecture), at(state.periodOf, slot), 1);
    }
  }

  step(limit: number): void {
    const { state } = this;
    const random = this.#random;
    if (state.model.lectures === 0) return;
    const lecture = random.below(state.model.lectures);
    const from = at(state.slotOf, lecture);
    const draw = random.next();
    if (from < 0) this.#insert(lecture);
    else if (draw < SWAP_SHARE) this.#swap(lecture, from, random.below(state.model.lectures), limit);
    else if (draw < SWAP_SHARE + ROOM_SHARE) this.#otherRoom(lecture, from, limit);
    else if (draw < SWAP_SHARE + ROOM_SHARE + KEMPE_SHARE)
      this.#chain.step(lecture, random.below(state.model.periods), limit);
    else this.#move(lecture, from, random.below(state.lectureIn.length), limit);
  }

  /** An unplaced lecture to any slot that will have it. */
  #insert(lecture: number): void {
    const { state } = this;
    const slot = this.#random.below(state.lectureIn.length);
    const course = state.courseOf(lecture);
    const period = at(state.periodOf, slot);
    if (at(state.lectureIn, slot) >= 0 || !state.isOpen(course, period, -1)) return;
    state.place(lecture, slot);
    state.rival(course, period, 1);
  }

  #otherRoom(lecture: number, from: number, limit: number): void {
    const { state } = this;
    const { rooms } = state.model;
    const to = from - at(state.roomOf, from) + this.#random.below(rooms);
    const there = at(state.lectureIn, to);
    if (there >= 0) this.#swap(lecture, from, there, limit);
    else if (state.priceOfMove(state.courseOf(lecture), from, to) <= limit) this.#shift(lecture, from, to);
  }

  #move(lecture: number, from: number, to: number, limit: number): void {
    const { state } = this;
    if (at(state.lectureIn, to) >= 0) return;
    const course = state.courseOf(lecture);
    const [here, there] = [at(state.periodOf, from), at(state.periodOf, to)];
    if (here !== there && !state.isOpen(course, there, -1)) return;
    if (state.priceOfMove(course, from, to) <= limit) this.#shift(lecture, from, to);
  }

  #shift(lecture: number, from: number, to: number): void {
    const { state } = this;
    const [here, there] = [at(state.periodOf, from), at(state.periodOf, to)];
    state.take(lecture);
    state.place(lecture, to);
    if (here !== there) this.#changePeriod(state.courseOf(lecture), here, there);
  }

  #changePeriod(course: number, here: number, there: number): void {
    this.state.rival(course, here, -1);
    this.state.rival(course, there, 1);
  }

  #swap(lecture: number, from: number, other: number, limit: number): void {
    const { state } = this;
    const to = at(state.slotOf, other);
    const [first, second] = [state.courseOf(lecture), state.courseOf(other)];
    if (to < 0 || first === second) return;
    const [here, there] = [at(state.periodOf, from), at(state.periodOf, to)];
    if (here !== there && !(state.isOpen(first, there, second) && state.isOpen(second, here, first))) return;
    if (state.priceOfSwap(first, second, from, to) > limit) return;
    state.take(lecture);
    state.take(other);
    state.place(lecture, to);
    state.place(other, from);
    if (here === there) return;
    this.#changePeriod(first, here, there);
    this.#changePeriod(second, there, here);
  }
}
