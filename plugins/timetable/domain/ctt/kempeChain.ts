import { at } from '../solver/ints.ts';
import type { CttState } from './cttState.ts';

/** Longer chains are hardly ever worth their price. */
const LONGEST = 12;

/**
 * Kempe chains: the lectures of two periods that hang together by conflicts change periods all at once, which keeps every hard rule
 * where a single lecture could not move. Rooms are dealt anew: the own one where it is free, otherwise the cheapest.
 */
export class KempeChain {
  readonly #state: CttState;
  readonly #lectures = new Int32Array(LONGEST);
  readonly #from = new Int32Array(LONGEST);
  readonly #inChain: Int32Array;
  #length = 0;

  constructor(state: CttState) {
    this.#state = state;
    this.#inChain = new Int32Array(state.model.lectures);
  }

  /** Tries to bring a lecture to a period; makes the change when soft cost rises by no more than `limit`. */
  step(lecture: number, there: number, limit: number): boolean {
    const state = this.#state;
    const here = at(state.periodOf, at(state.slotOf, lecture));
    if (here === there) return false;
    const done = this.#gather(lecture, here, there) && this.#exchange(here, there, limit);
    for (let i = 0; i < this.#length; i++) this.#inChain[at(this.#lectures, i)] = 0;
    return done;
  }

  /** Collects the chain; false when it is too long or somebody cannot go. */
  #gather(lecture: number, here: number, there: number): boolean {
    const state = this.#state;
    const { model } = state;
    this.#length = 0;
    if (!this.#join(lecture, there)) return false;
    for (let i = 0; i < this.#length; i++) {
      const one = at(this.#lectures, i);
      const course = state.courseOf(one);
      const other = at(state.periodOf, at(state.slotOf, one)) === here ? there : here;
      if (at(state.rivals, course * model.periods + other) === 0) continue;
      const first = other * model.rooms;
      for (let slot = first; slot < first + model.rooms; slot++) {
        const rival = at(state.lectureIn, slot);
        if (rival < 0 || at(this.#inChain, rival) === 1) continue;
        if (at(model.conflict, course * model.courses + state.courseOf(rival)) === 0) continue;
        if (!this.#join(rival, other === there ? here : there)) return false;
      }
    }
    return true;
  }

  #join(lecture: number, goal: number): boolean {
    const state = this.#state;
    if (this.#length === LONGEST) return false;
    this.#inChain[lecture] = 1;
    this.#lectures[this.#length] = lecture;
    this.#from[this.#length] = at(state.slotOf, lecture);
    this.#length += 1;
    return at(state.model.closed, state.courseOf(lecture) * state.model.periods + goal) === 0;
  }

  #exchange(here: number, there: number, limit: number): boolean {
    const state = this.#state;
    const before = state.soft;
    for (let i = 0; i < this.#length; i++) state.take(at(this.#lectures, i));
    let placed = 0;
    while (placed < this.#length) {
      const from = at(this.#from, placed);
      const goal = at(state.periodOf, from) === here ? there : here;
      const slot = this.#roomFor(at(this.#lectures, placed), goal, at(state.roomOf, from));
      if (slot < 0) break;
      state.place(at(this.#lectures, placed), slot);
      placed += 1;
    }
    if (placed < this.#length || state.soft - before > limit) {
      for (let i = 0; i < placed; i++) state.take(at(this.#lectures, i));
      for (let i = 0; i < this.#length; i++) state.place(at(this.#lectures, i), at(this.#from, i));
      return false;
    }
    for (let i = 0; i < this.#length; i++) {
      const course = state.courseOf(at(this.#lectures, i));
      const from = at(state.periodOf, at(this.#from, i));
      state.rival(course, from, -1);
      state.rival(course, from === here ? there : here, 1);
    }
    return true;
  }

  /** Slot of the period in which the lecture costs least: its own room if free, otherwise the cheapest; -1 when all are taken. */
  #roomFor(lecture: number, period: number, own: number): number {
    const state = this.#state;
    const { rooms } = state.model;
    const first = period * rooms;
    if (at(state.lectureIn, first + own) < 0) return first + own;
    const course = state.courseOf(lecture);
    let cheapest = Number.POSITIVE_INFINITY;
    let found = -1;
    for (let room = 0; room < rooms; room++) {
      if (at(state.lectureIn, first + room) >= 0) continue;
      const price = state.priceOfRoom(course, room);
      if (price >= cheapest) continue;
      cheapest = price;
      found = first + room;
    }
    return found;
  }
}
