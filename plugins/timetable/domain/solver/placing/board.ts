import type { Compiled } from '../compile/compiled.ts';
import { at } from '../ints.ts';
import type { Present } from '../terms/term.ts';

/**
 * A timetable in the making without any clash: who holds each resource in each atom, and how much of each week is still to
 * come. Writes the places and rooms into `present`, which terms and days are counted from.
 */
export class Board {
  readonly present: Present;
  readonly compiled: Compiled;
  /** Position in the activity's domain, or -1. */
  readonly position: Int32Array;
  /** Cells of lessons that are not placed, by profile. */
  readonly toCome: Int32Array;
  placed = 0;
  /** Who uses a resource for one at a time in an atom; -1 for nobody. */
  readonly #holder: Int32Array;
  /** Uses of the other limited resources. */
  readonly #uses: Int32Array;
  /** Cells that an activity will take of each of its profiles, in step with `profiles.ofActivity`. */
  readonly #cells: Int32Array;

  constructor(present: Present) {
    const { compiled } = present;
    const { usage, atoms, profiles, domains } = compiled;
    this.present = present;
    this.compiled = compiled;
    this.position = new Int32Array(compiled.activities).fill(-1);
    this.#holder = new Int32Array(usage.limit.length * atoms).fill(-1);
    this.#uses = new Int32Array(usage.limit.length * atoms);
    this.toCome = new Int32Array(profiles.count);
    this.#cells = new Int32Array(profiles.ofActivity.values.length);
    for (let activity = 0; activity < compiled.activities; activity++) {
      for (let i = at(profiles.ofActivity.start, activity); i < at(profiles.ofActivity.start, activity + 1); i++) {
        const profile = at(profiles.ofActivity.values, i);
        let most = 0;
        for (let p = at(domains.start, activity); p < at(domains.start, activity + 1); p++) {
          const row = at(profiles.rowOfOption, at(domains.option, p)) + at(profiles.slots, i);
          most = Math.max(most, at(profiles.cellsOf.start, row + 1) - at(profiles.cellsOf.start, row));
        }
        this.#cells[i] = most;
        this.toCome[profile] = at(this.toCome, profile) + most;
      }
    }
  }

  holder(resource: number, atom: number): number {
    return at(this.#holder, resource * this.compiled.atoms + atom);
  }

  /** Whether a resource for several at once is used as much as it may be. */
  isFull(resource: number, atom: number): boolean {
    return at(this.#uses, resource * this.compiled.atoms + atom) >= at(this.compiled.usage.limit, resource);
  }

  /** Places an activity; nobody may be in the way. */
  put(activity: number, position: number, room: number): void {
    const option = at(this.compiled.domains.option, position);
    this.position[activity] = position;
    this.placed += 1;
    this.#hold(activity, option, room, activity, 1);
    this.show(activity, option, room);
  }

  take(activity: number): void {
    const option = at(this.present.optionOf, activity);
    this.#hold(activity, option, at(this.present.roomOf, activity), -1, -1);
    this.position[activity] = -1;
    this.placed -= 1;
    this.hide(activity, option);
  }

  /** Lets terms and days see an activity somewhere; clashes don't. */
  show(activity: number, option: number, room: number): void {
    this.present.optionOf[activity] = option;
    this.present.roomOf[activity] = room;
    this.present.days.change(activity, option, 1);
    this.expect(activity, -1);
  }

  hide(activity: number, option: number): void {
    this.present.optionOf[activity] = -1;
    this.present.roomOf[activity] = -1;
    this.present.days.change(activity, option, -1);
    this.expect(activity, 1);
  }

  expect(activity: number, sign: number): void {
    const { start, values } = this.compiled.profiles.ofActivity;
    for (let i = at(start, activity); i < at(start, activity + 1); i++) {
      const profile = at(values, i);
      this.toCome[profile] = at(this.toCome, profile) + sign * at(this.#cells, i);
    }
  }

  #hold(activity: number, option: number, room: number, by: number, sign: number): void {
    const { limited } = this.compiled.usage;
    for (let i = at(limited.start, activity); i < at(limited.start, activity + 1); i++) {
      this.#holdOne(at(limited.values, i), option, by, sign);
    }
    if (room >= 0 && at(this.compiled.usage.limit, room) > 0) this.#holdOne(room, option, by, sign);
  }

  #holdOne(resource: number, option: number, by: number, sign: number): void {
    const { atoms } = this.compiled.options;
    const base = resource * this.compiled.atoms;
    for (let k = at(atoms.start, option); k < at(atoms.start, option + 1); k++) {
      const slot = base + at(atoms.values, k);
      this.#holder[slot] = by;
      this.#uses[slot] = at(this.#uses, slot) + sign;
    }
  }
}
