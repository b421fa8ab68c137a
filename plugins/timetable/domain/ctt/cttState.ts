import { at } from '../solver/ints.ts';
import type { CttModel } from './cttModel.ts';

/** Costs of the competition. */
const DAY_PRICE = 5;
const LONELY_PRICE = 2;

/**
 * A timetable under search. Placed lectures never break a hard rule: a slot holds one lecture, a course is never where it is closed or
 * meets a course that it conflicts with; what cannot be placed is unplaced, and that alone is the hard cost. Soft costs are
 * kept by counts, so that a change is priced without looking at the rest of the timetable.
 */
export class CttState {
  readonly model: CttModel;
  /** Slot of each lecture, or -1 while it is unplaced. */
  readonly slotOf: Int32Array;
  /** Lecture in each slot, or -1. */
  readonly lectureIn: Int32Array;
  /** [course * periods + period]: lectures there of courses that it conflicts with, its own included. */
  readonly rivals: Int32Array;
  readonly periodOf: Int32Array;
  readonly roomOf: Int32Array;
  unplaced: number;
  soft: number;

  /** [course * days + day] and [course * rooms + room]: lectures there. */
  readonly #onDay: Int32Array;
  readonly #inRoom: Int32Array;
  readonly #daysUsed: Int32Array;
  readonly #roomsUsed: Int32Array;
  /** [curriculum * days + day]: a bit for each period in which the curriculum has a lecture. */
  readonly #masks: Int32Array;
  /** Cost of a day of a curriculum by its mask. */
  readonly #lonely: Int32Array;
  readonly #bitOf: Int32Array;

  constructor(model: CttModel) {
    const { courses, rooms, days, periods } = model;
    this.model = model;
    this.slotOf = new Int32Array(model.lectures).fill(-1);
    this.lectureIn = new Int32Array(periods * rooms).fill(-1);
    this.rivals = new Int32Array(courses * periods);
    this.periodOf = Int32Array.from({ length: periods * rooms }, (_, slot) => Math.floor(slot / rooms));
    this.roomOf = Int32Array.from({ length: periods * rooms }, (_, slot) => slot % rooms);
    this.#onDay = new Int32Array(courses * days);
    this.#inRoom = new Int32Array(courses * rooms);
    this.#daysUsed = new Int32Array(courses);
    this.#roomsUsed = new Int32Array(courses);
    this.#masks = new Int32Array(model.curricula * days);
    this.#lonely = Int32Array.from({ length: 1 << model.periodsPerDay }, (_, mask) => {
      return LONELY_PRICE * bits(mask & ~(mask << 1) & ~(mask >>> 1));
    });
    this.#bitOf = Int32Array.from({ length: periods }, (_, period) => 1 << (period % model.periodsPerDay));
    this.unplaced = model.lectures;
    this.soft = model.minDays.reduce((sum, least) => sum + DAY_PRICE * least, 0);
  }

  courseOf(lecture: number): number {
    return at(this.model.courseOf, lecture);
  }

  /** No hard rule keeps the course from the period, were `without` (a course, or -1) not there. */
  isOpen(course: number, period: number, without: number): boolean {
    const { model } = this;
    const cell = course * model.periods + period;
    const free = without < 0 ? 0 : at(model.conflict, course * model.courses + without);
    return at(this.rivals, cell) === free && at(model.closed, cell) === 0;
  }

  /** Change of soft cost if a lecture of the course went from one slot to another, and nothing else changed. */
  priceOfMove(course: number, from: number, to: number): number {
    return this.#priceOfPlace(course, from, to) + this.#priceOfCurricula(course, -1, from, to);
  }

  /** Change of soft cost if two lectures of different courses changed slots. */
  priceOfSwap(first: number, second: number, from: number, to: number): number {
    let price = this.#priceOfPlace(first, from, to) + this.#priceOfPlace(second, to, from);
    if (at(this.periodOf, from) !== at(this.periodOf, to))
      price += this.#priceOfCurricula(first, second, from, to) + this.#priceOfCurricula(second, first, to, from);
    return price;
  }

  /** What a further lecture of the course would cost in a room. */
  priceOfRoom(course: number, room: number): number {
    const { model } = this;
    const cell = course * model.rooms + room;
    return at(model.missing, cell) + (at(this.#inRoom, cell) === 0 ? 1 : 0);
  }

  /** Puts an unplaced lecture into an empty slot. Rivals are counted apart, by `rival`, because a change may yet be taken back. */
  place(lecture: number, slot: number): void {
    const course = this.courseOf(lecture);
    this.slotOf[lecture] = slot;
    this.lectureIn[slot] = lecture;
    this.unplaced -= 1;
    const day = this.#count(course, slot, 1);
    if (day === 1) this.#spread(course, 1);
    this.#turn(course, slot);
  }

  /** Undoes `place`. */
  take(lecture: number): void {
    const course = this.courseOf(lecture);
    const slot = at(this.slotOf, lecture);
    this.slotOf[lecture] = -1;
    this.lectureIn[slot] = -1;
    this.unplaced += 1;
    const day = this.#count(course, slot, -1);
    if (day === 0) this.#spread(course, -1);
    this.#turn(course, slot);
  }

  /** Counts a lecture of the course at the period (by = 1), or no more (-1), among the rivals of others. */
  rival(course: number, period: number, by: 1 | -1): void {
    const { model, rivals } = this;
    const { start, values } = model.conflictsOf;
    const end = at(start, course + 1);
    for (let k = at(start, course); k < end; k++) {
      const cell = at(values, k) * model.periods + period;
      rivals[cell] = at(rivals, cell) + by;
    }
  }

  #priceOfPlace(course: number, from: number, to: number): number {
    const { model } = this;
    const rooms = course * model.rooms;
    const [room1, room2] = [at(this.roomOf, from), at(this.roomOf, to)];
    let price = 0;
    if (room1 !== room2) {
      price = at(model.missing, rooms + room2) - at(model.missing, rooms + room1);
      if (at(this.#inRoom, rooms + room1) === 1) price -= 1;
      if (at(this.#inRoom, rooms + room2) === 0) price += 1;
    }
    const day1 = at(model.dayOf, at(this.periodOf, from));
    const day2 = at(model.dayOf, at(this.periodOf, to));
    if (day1 === day2) return price;
    const used = at(this.#daysUsed, course);
    const least = at(model.minDays, course);
    let change = 0;
    if (at(this.#onDay, course * model.days + day1) === 1) change -= 1;
    if (at(this.#onDay, course * model.days + day2) === 0) change += 1;
    if (change > 0 && used < least) price -= DAY_PRICE;
    if (change < 0 && used <= least) price += DAY_PRICE;
    return price;
  }

  /** Compactness, for the curricula of a course that the other one (or -1) is not in. */
  #priceOfCurricula(course: number, other: number, from: number, to: number): number {
    const { model } = this;
    const { start, values } = model.curriculaOf;
    const masks = this.#masks;
    const lonely = this.#lonely;
    const [period1, period2] = [at(this.periodOf, from), at(this.periodOf, to)];
    if (period1 === period2) return 0;
    const [day1, day2] = [at(model.dayOf, period1), at(model.dayOf, period2)];
    const [bit1, bit2] = [at(this.#bitOf, period1), at(this.#bitOf, period2)];
    const shared = other * model.curricula;
    const end = at(start, course + 1);
    let price = 0;
    for (let k = at(start, course); k < end; k++) {
      const curriculum = at(values, k);
      if (other >= 0 && at(model.isMember, shared + curriculum) === 1) continue;
      const row = curriculum * model.days;
      const mask1 = at(masks, row + day1);
      if (day1 === day2) {
        price += at(lonely, mask1 ^ bit1 ^ bit2) - at(lonely, mask1);
      } else {
        const mask2 = at(masks, row + day2);
        price += at(lonely, mask1 ^ bit1) - at(lonely, mask1) + at(lonely, mask2 ^ bit2) - at(lonely, mask2);
      }
    }
    return price;
  }

  /** Counts room and day; returns how many lectures of the course are now on that day. */
  #count(course: number, slot: number, by: 1 | -1): number {
    const { model } = this;
    const room = at(this.roomOf, slot);
    const inRoom = course * model.rooms + room;
    this.soft += by * at(model.missing, inRoom);
    const lectures = at(this.#inRoom, inRoom) + by;
    this.#inRoom[inRoom] = lectures;
    if (lectures === (by === 1 ? 1 : 0)) {
      const before = at(this.#roomsUsed, course);
      this.#roomsUsed[course] = before + by;
      if (Math.max(before, before + by) > 1) this.soft += by;
    }
    const onDay = course * model.days + at(model.dayOf, at(this.periodOf, slot));
    const now = at(this.#onDay, onDay) + by;
    this.#onDay[onDay] = now;
    return now;
  }

  #spread(course: number, by: 1 | -1): void {
    const used = at(this.#daysUsed, course);
    const least = at(this.model.minDays, course);
    this.soft += DAY_PRICE * (Math.max(0, least - used - by) - Math.max(0, least - used));
    this.#daysUsed[course] = used + by;
  }

  /** Turns the period's bit in the masks of the course's curricula. */
  #turn(course: number, slot: number): void {
    const { model } = this;
    const { start, values } = model.curriculaOf;
    const period = at(this.periodOf, slot);
    const day = at(model.dayOf, period);
    const bit = at(this.#bitOf, period);
    const end = at(start, course + 1);
    for (let k = at(start, course); k < end; k++) {
      const cell = at(values, k) * model.days + day;
      const mask = at(this.#masks, cell);
      this.soft += at(this.#lonely, mask ^ bit) - at(this.#lonely, mask);
      this.#masks[cell] = mask ^ bit;
    }
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}
