import type { AnnealTarget } from '../../../../server/optimise/anneal.ts';
import type { Random } from '../../../../server/optimise/random.ts';
import { positionOf } from './compile/domains.ts';
import { at } from './ints.ts';
import type { SearchState } from './searchState.ts';

/** Longest exchange that is tried. */
const MAX_CHAIN = 24;
const PLAIN_SHARE = 0.35;
const ROOM_SHARE = 0.1;

/**
 * Random changes of a timetable: one activity to another start; the exchange of two starts by everybody whom that concerns
 * (a Kempe chain: who is in the way goes to where the others come from, and so on); another room.
 */
export class Neighbourhood implements AnnealTarget {
  readonly state: SearchState;
  readonly best: { hard: number; soft: number; position: Int32Array; room: Int32Array };
  readonly #random: Random;
  readonly #movable: Int32Array;
  readonly #chain = new Int32Array(MAX_CHAIN);
  #chained = 0;
  /** Forbids every rise of hard cost: for polishing a timetable that is feasible. */
  hardForbidden = false;

  constructor(state: SearchState, random: Random) {
    this.state = state;
    this.#random = random;
    this.#movable = movableActivities(state);
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
    const { state, best } = this;
    for (let activity = 0; activity < state.position.length; activity++) {
      const same = at(state.position, activity) === at(best.position, activity) && at(state.roomOf, activity) === at(best.room, activity);
      if (!same) state.force(activity, at(best.position, activity), at(best.room, activity));
    }
  }

  step(limit: number): void {
    const random = this.#random;
    const { state } = this;
    const { domains } = state.compiled;
    const activity = at(this.#movable, random.below(this.#movable.length));
    const first = at(domains.start, activity);
    const count = at(domains.start, activity + 1) - first;
    const draw = random.next();
    if (count < 2 || (draw < ROOM_SHARE && state.rooms.count(activity) > 1)) {
      state.shift(activity, at(state.position, activity), state.rooms.any(activity, random));
    } else {
      const here = at(state.position, activity);
      let there = first + random.below(here < 0 ? count : count - 1);
      if (here >= 0 && there >= here) there += 1;
      if (draw < PLAIN_SHARE || here < 0) this.#move(activity, there);
      else if (!this.#exchange(activity, there)) return;
    }
    this.#decide(limit);
  }

  #decide(limit: number): void {
    const { state } = this;
    if (state.lowerBound() > limit) {
      state.revert(false);
      return;
    }
    if (state.settle() > limit || (this.hardForbidden && state.pendingHard() > 0)) state.revert(true);
    else state.accept();
  }

  #move(activity: number, position: number): void {
    const { state } = this;
    const option = at(state.compiled.domains.option, position);
    state.shift(activity, position, state.rooms.best(activity, option, this.#random));
  }

  /** Shifts everybody who is concerned by the exchange; false (and nothing shifted) when somebody cannot take part. */
  #exchange(activity: number, position: number): boolean {
    const { state } = this;
    const { domains, options } = state.compiled;
    const here = at(state.optionOf, activity);
    const there = at(domains.option, position);
    this.#chain[0] = activity;
    this.#chained = 1;
    for (let i = 0; i < this.#chained; i++) {
      const member = at(this.#chain, i);
      const target = at(state.optionOf, member) === here ? there : here;
      if (!this.#addInTheWay(member, target, target === there ? here : there)) return false;
    }
    for (let i = 0; i < this.#chained; i++) {
      const member = at(this.#chain, i);
      const target = at(state.optionOf, member) === here ? there : here;
      const goal = positionOf(domains, options, member, target);
      if (goal < 0) return false;
    }
    for (let i = 0; i < this.#chained; i++) {
      const member = at(this.#chain, i);
      const target = at(state.optionOf, member) === here ? there : here;
      this.#move(member, positionOf(domains, options, member, target));
    }
    return true;
  }

  /** Adds to the chain who uses the member's people in `target`; they have to be exactly there and offer `back`. */
  #addInTheWay(member: number, target: number, back: number): boolean {
    const { state } = this;
    const { limited, limit } = state.compiled.usage;
    const { atoms, listOf } = state.compiled.options;
    for (let i = at(limited.start, member); i < at(limited.start, member + 1); i++) {
      const resource = at(limited.values, i);
      if (at(limit, resource) !== 1) continue;
      for (let k = at(atoms.start, target); k < at(atoms.start, target + 1); k++) {
        const other = state.clashes.onlyUser(resource, at(atoms.values, k));
        if (other < 0 || this.#isChained(other)) continue;
        if (at(listOf, other) !== at(listOf, member)) return false;
        if (at(state.optionOf, other) !== target) return false;
        if (this.#chained === MAX_CHAIN || positionOf(state.compiled.domains, state.compiled.options, other, back) < 0) return false;
        this.#chain[this.#chained++] = other;
      }
    }
    return true;
  }

  #isChained(activity: number): boolean {
    for (let i = 0; i < this.#chained; i++) if (at(this.#chain, i) === activity) return true;
    return false;
  }
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
