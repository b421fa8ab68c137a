import type { AnnealTarget } from '../../../../server/optimise/anneal.ts';
import type { Random } from '../../../../server/optimise/random.ts';
import { Exchange, type Window } from './exchange.ts';
import { at } from './ints.ts';
import type { SearchState } from './searchState.ts';

const PLAIN_SHARE = 0.25;
const ROOM_SHARE = 0.1;
/** Shares of exchanges over more hours than the activity has, and of neighbours in one day. */
const LONG_SHARE = 0.2;
const TOUCHING_SHARE = 0.2;
/** How often the activities with a part in hard conflicts are looked up, and how often one of them is moved. */
const CULPRITS_EVERY = 1000;
const FEW_CONFLICTS = 15;
const CULPRIT_SHARE = 0.6;

/**
 * Random changes of a timetable: one activity to another start; the exchange of two stretches of
 * hours by everybody whom that concerns; another room.
 */
export class Neighbourhood implements AnnealTarget {
  readonly state: SearchState;
  readonly best: { hard: number; soft: number; position: Int32Array; room: Int32Array };
  readonly #random: Random;
  readonly #movable: Int32Array;
  readonly #isMovable: Int32Array;
  readonly #chain: Exchange;
  #culprits: readonly number[] = [];
  #untilCulprits = 0;
  /** Forbids every rise of hard cost: for polishing a timetable that is feasible. */
  hardForbidden = false;

  constructor(state: SearchState, random: Random) {
    this.state = state;
    this.#random = random;
    this.#chain = new Exchange(state);
    this.#movable = movableActivities(state);
    this.#isMovable = new Int32Array(state.compiled.activities);
    for (const activity of this.#movable) this.#isMovable[activity] = 1;
    this.best = { hard: state.hard, soft: state.soft, position: state.position.slice(), room: state.roomOf.slice() };
  }

  get isStuck(): boolean {
    return this.#movable.length === 0;
  }

  cost(): number {
    return this.state.cost();
  }

  keep(): void {
    this.best.hard = this.state.hard;
    this.best.soft = this.state.soft;
    this.best.position.set(this.state.position);
    this.best.room.set(this.state.roomOf);
  }

  /** Goes back to the best timetable. */
  restore(): void {
    this.#goTo(this.best.position, this.best.room);
  }

  /** Goes on from another timetable of the same problem, which is better than the best one. */
  adopt({ position, roomOf }: Pick<SearchState, 'position' | 'roomOf'>): void {
    this.#goTo(position, roomOf);
    this.keep();
  }

  #goTo(position: Int32Array, room: Int32Array): void {
    const { state } = this;
    for (let activity = 0; activity < state.position.length; activity++) {
      const same =
        at(state.position, activity) === at(position, activity) && at(state.roomOf, activity) === at(room, activity);
      if (!same) state.force(activity, at(position, activity), at(room, activity));
    }
  }

  step(limit: number): void {
    const random = this.#random;
    const { state } = this;
    const { domains } = state.compiled;
    const activity = this.#pick();
    const first = at(domains.start, activity);
    const count = at(domains.start, activity + 1) - first;
    const draw = random.next();
    const here = at(state.position, activity);
    if (here < 0) {
      this.#move(activity, first + random.below(count));
    } else if (count < 2 || (draw < ROOM_SHARE && state.rooms.count(activity) > 1)) {
      state.shift(activity, here, state.rooms.any(activity, random));
    } else {
      let there = first + random.below(count - 1);
      if (there >= here) there += 1;
      if (draw < PLAIN_SHARE) this.#move(activity, there);
      else if (!this.#exchange(activity, there, draw)) return;
    }
    this.#decide(limit);
  }

  /** Any movable activity; while there are hard conflicts, more often one that has a part in them. */
  #pick(): number {
    if (this.state.hard > 0 && this.#untilCulprits-- <= 0) {
      this.#culprits = this.state.culprits().filter((activity) => at(this.#isMovable, activity) === 1);
      this.#untilCulprits = CULPRITS_EVERY;
      if (this.state.hard <= FEW_CONFLICTS) this.state.raisePrices();
    }
    const list = this.#culprits;
    if (this.state.hard > 0 && list.length > 0 && this.#random.next() < CULPRIT_SHARE)
      return list[this.#random.below(list.length)] ?? 0;
    return at(this.#movable, this.#random.below(this.#movable.length));
  }

  #decide(limit: number): void {
    const { state } = this;
    const bound = state.lowerBound();
    if (bound > limit) {
      state.revert(false);
      return;
    }
    if (state.settle(bound, limit) > limit || (this.hardForbidden && state.pendingHard() > 0)) state.revert(true);
    else state.accept();
  }

  #move(activity: number, position: number): void {
    const { state } = this;
    const option = at(state.compiled.domains.option, position);
    state.shift(activity, position, state.rooms.best(activity, option, this.#random));
  }

  /** Exchanges two windows; false (and nothing shifted) when somebody cannot take part. */
  #exchange(activity: number, position: number, draw: number): boolean {
    const { state } = this;
    const { options, domains } = state.compiled;
    const here = at(state.optionOf, activity);
    const there = at(domains.option, position);
    if (at(options.grid, here) !== at(options.grid, there)) {
      this.#move(activity, position);
      return true;
    }
    const windows =
      draw > 1 - TOUCHING_SHARE ? this.#touching(activity, here) : this.#equal(activity, here, there, draw);
    if (!windows || !this.#chain.plan(activity, windows.first, windows.second)) return false;
    for (let i = 0; i < this.#chain.length; i++) this.#move(at(this.#chain.members, i), at(this.#chain.goals, i));
    return true;
  }

  /** Windows of one length around two starts; sometimes longer than the activity. */
  #equal(activity: number, here: number, there: number, draw: number): Windows | null {
    const { day, hour } = this.state.compiled.options;
    const duration = this.#chain.duration(activity);
    const extra = draw > 1 - TOUCHING_SHARE - LONG_SHARE ? 1 + this.#random.below(2) : 0;
    const offset = extra === 0 ? 0 : this.#random.below(extra + 1);
    const length = duration + extra;
    const first = { day: at(day, here), hour: at(hour, here) - offset, length };
    const second = { day: at(day, there), hour: at(hour, there) - offset, length };
    if (first.hour < 0 || second.hour < 0) return null;
    return first.day === second.day && Math.abs(first.hour - second.hour) < length ? null : { first, second };
  }

  /** The activity's own hours and one to three hours before or after them. */
  #touching(activity: number, here: number): Windows | null {
    const { day, hour } = this.state.compiled.options;
    const duration = this.#chain.duration(activity);
    const length = 1 + this.#random.below(3);
    const from = at(hour, here);
    const ahead = this.#random.below(2) === 0;
    if (!ahead && from < length) return null;
    const first = { day: at(day, here), hour: from, length: duration };
    return { first, second: { day: first.day, hour: ahead ? from + duration : from - length, length } };
  }
}

interface Windows {
  readonly first: Window;
  readonly second: Window;
}

function movableActivities({ compiled, rooms }: SearchState): Int32Array {
  const { start } = compiled.domains;
  const all = Array.from({ length: compiled.activities }, (_, activity) => activity);
  return Int32Array.from(
    all.filter((activity) => {
      const starts = at(start, activity + 1) - at(start, activity);
      return starts > 1 || (starts === 1 && rooms.count(activity) > 1);
    }),
  );
}
