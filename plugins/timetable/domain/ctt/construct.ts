import type { Random } from '../../../../server/optimise/random.ts';
import { at } from '../solver/ints.ts';
import type { CttState } from './cttState.ts';

const TURNS_BETWEEN_LOOKS = 64;
/** Prices of a slot: who has to go from there weighs more than any soft cost of a room. */
const THROWN_PRICE = 100;
const DEAREST_ROOM = 50;

/**
 * Places lectures one by one, those that conflict with most first; each goes where it costs least, and throws out whoever is in
 * its way. Who has been thrown out often is harder to throw out again, so that the search does not run in a circle
 * (conflict-based statistics, Müller 2005). Ends when all are placed, after `most` turns, or when it is told to; returns the turns
 * taken.
 */
export function construct(state: CttState, random: Random, most: number, shouldStop: () => boolean): number {
  const { model } = state;
  const thrown = new Int32Array(model.lectures);
  const weight = (lecture: number): number => {
    const course = state.courseOf(lecture);
    return at(model.conflictsOf.start, course + 1) - at(model.conflictsOf.start, course);
  };
  const waiting = Array.from({ length: model.lectures }, (_, lecture) => ({
    lecture,
    key: weight(lecture) + random.next(),
  }))
    .sort((a, b) => a.key - b.key)
    .map(({ lecture }) => lecture);
  let turn = 0;
  for (; turn < most && waiting.length > 0; turn++) {
    if (turn % TURNS_BETWEEN_LOOKS === 0 && shouldStop()) break;
    const lecture = waiting.pop() ?? 0;
    const slot = cheapestSlot(state, lecture, thrown, random);
    if (slot < 0) {
      waiting.unshift(lecture);
      continue;
    }
    for (const one of inTheWay(state, lecture, slot)) {
      state.rival(state.courseOf(one), at(state.periodOf, at(state.slotOf, one)), -1);
      state.take(one);
      thrown[one] = at(thrown, one) + 1;
      waiting.push(one);
    }
    state.place(lecture, slot);
    state.rival(state.courseOf(lecture), at(state.periodOf, slot), 1);
    if (turn > model.lectures) drawNext(waiting, random);
  }
  return turn;
}

/** Once everything had its first turn, any of those that wait may be next. */
function drawNext(waiting: number[], random: Random): void {
  const last = waiting.length - 1;
  const drawn = random.below(waiting.length);
  const lecture = waiting[drawn];
  const kept = waiting[last];
  if (lecture === undefined || kept === undefined) return;
  waiting[last] = lecture;
  waiting[drawn] = kept;
}

function inTheWay(state: CttState, lecture: number, slot: number): number[] {
  const { model } = state;
  const course = state.courseOf(lecture);
  const first = at(state.periodOf, slot) * model.rooms;
  const found: number[] = [];
  for (let other = first; other < first + model.rooms; other++) {
    const there = at(state.lectureIn, other);
    if (there < 0) continue;
    if (other === slot || at(model.conflict, course * model.courses + state.courseOf(there)) === 1) found.push(there);
  }
  return found;
}

/** The slot that costs least, ties drawn; -1 when the course is closed everywhere or there is no room at all. */
function cheapestSlot(state: CttState, lecture: number, thrown: Int32Array, random: Random): number {
  const { model } = state;
  const course = state.courseOf(lecture);
  const isRival = (there: number): boolean =>
    there >= 0 && at(model.conflict, course * model.courses + state.courseOf(there)) === 1;
  const priceOf = (there: number): number => THROWN_PRICE * (1 + at(thrown, there));
  let cheapest = Number.POSITIVE_INFINITY;
  let found = -1;
  for (let period = 0; period < model.periods; period++) {
    if (at(model.closed, course * model.periods + period) === 1) continue;
    const first = period * model.rooms;
    const inPeriod = state.lectureIn.subarray(first, first + model.rooms);
    const rivals = inPeriod.reduce((sum, there) => (isRival(there) ? sum + priceOf(there) : sum), 0);
    for (const [room, there] of inPeriod.entries()) {
      const out = there >= 0 && !isRival(there) ? priceOf(there) : 0;
      const price = rivals + out + Math.min(DEAREST_ROOM, state.priceOfRoom(course, room)) + random.next();
      if (price >= cheapest) continue;
      cheapest = price;
      found = first + room;
    }
  }
  return found;
}
