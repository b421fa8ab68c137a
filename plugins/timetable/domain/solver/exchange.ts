import { positionOf } from './compile/domains.ts';
import { type GridMap, gridMap } from './compile/gridMap.ts';
import { at } from './ints.ts';
import type { SearchState } from './searchState.ts';

/** Longest chain that is tried. */
const MAX_CHAIN = 32;

/** Some hours of one day of a grid. */
export interface Window {
  readonly day: number;
  readonly hour: number;
  readonly length: number;
}

/**
 * Exchanges two windows of a grid for everybody whom one activity's move concerns: who is in the way goes to the other
 * window, and so on (a Kempe chain over stretches of hours, so that a double lesson can change with two single ones).
 * Two windows of different length that touch change places (the later one moves up, the earlier one behind it).
 */
export class Exchange {
  /** Chain members and their new positions, after `plan` said yes. */
  readonly members = new Int32Array(MAX_CHAIN);
  readonly goals = new Int32Array(MAX_CHAIN);
  length = 0;
  readonly #state: SearchState;
  readonly #map: GridMap;
  readonly #durations: Int32Array;
  #grid = 0;
  #first: Window = { day: 0, hour: 0, length: 0 };
  #second: Window = { day: 0, hour: 0, length: 0 };

  constructor(state: SearchState) {
    this.#state = state;
    this.#map = gridMap(state.compiled.problem, state.compiled.options);
    this.#durations = Int32Array.from(state.compiled.problem.activities, (activity) => activity.duration);
  }

  duration(activity: number): number {
    return at(this.#durations, activity);
  }

  /** Finds out who has to go where when the activity, which lies in `first`, changes windows; false when somebody cannot. */
  plan(activity: number, first: Window, second: Window): boolean {
    this.#grid = at(this.#state.compiled.options.grid, at(this.#state.optionOf, activity));
    this.#first = first;
    this.#second = second;
    this.members[0] = activity;
    this.length = 1;
    for (let i = 0; i < this.length; i++) {
      const member = at(this.members, i);
      const option = this.#target(member);
      if (option < 0) return false;
      const goal = positionOf(this.#state.compiled.domains, this.#state.compiled.options, member, option);
      if (goal < 0) return false;
      this.goals[i] = goal;
      if (!this.#addInTheWay(member, option)) return false;
    }
    return true;
  }

  /** Option that a member goes to; -1 when it lies in neither window, or has no such start. */
  #target(member: number): number {
    const { options } = this.#state.compiled;
    const here = at(this.#state.optionOf, member);
    if (at(options.grid, here) !== this.#grid) return -1;
    const day = at(options.day, here);
    const hour = at(options.hour, here);
    const end = hour + at(this.#durations, member);
    const a = this.#first;
    const b = this.#second;
    const touching = a.length !== b.length;
    if (day === a.day && hour >= a.hour && end <= a.hour + a.length) {
      const shift = touching ? (b.hour > a.hour ? b.length : -b.length) : b.hour - a.hour;
      return this.#optionAt(member, b.day, hour + shift);
    }
    if (day === b.day && hour >= b.hour && end <= b.hour + b.length) {
      const shift = touching ? (b.hour > a.hour ? -a.length : a.length) : a.hour - b.hour;
      return this.#optionAt(member, a.day, hour + shift);
    }
    return -1;
  }

  #optionAt(member: number, day: number, hour: number): number {
    const place = this.#map.placeAt(this.#grid, day, hour);
    return place < 0 ? -1 : this.#map.optionAt(member, place);
  }

  /** Adds who uses the member's people, or the only room that it can have, where it goes; false when the chain gets too long. */
  #addInTheWay(member: number, target: number): boolean {
    const { limited, limit } = this.#state.compiled.usage;
    for (let i = at(limited.start, member); i < at(limited.start, member + 1); i++) {
      const resource = at(limited.values, i);
      if (at(limit, resource) === 1 && !this.#addUsers(resource, target)) return false;
    }
    const room = at(this.#state.roomOf, member);
    const hasOneRoom = room >= 0 && at(limit, room) === 1 && this.#state.rooms.count(member) === 1;
    return !hasOneRoom || this.#addUsers(room, target);
  }

  #addUsers(resource: number, target: number): boolean {
    const { atoms } = this.#state.compiled.options;
    for (let k = at(atoms.start, target); k < at(atoms.start, target + 1); k++) {
      const other = this.#state.clashes.onlyUser(resource, at(atoms.values, k));
      if (other < 0 || this.#isMember(other)) continue;
      if (this.length === MAX_CHAIN) return false;
      this.members[this.length++] = other;
    }
    return true;
  }

  #isMember(activity: number): boolean {
    for (let i = 0; i < this.length; i++) if (at(this.members, i) === activity) return true;
    return false;
  }
}
