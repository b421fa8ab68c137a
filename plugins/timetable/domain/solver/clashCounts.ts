import type { Compiled } from './compile/compiled.ts';
import { at, costAt } from './ints.ts';

/**
 * Uses of each limited resource in each atom. A resource for one at a time is charged for every pair of uses, one with a
 * larger limit for every use above it, as `clashes` of the model does.
 */
export interface ClashCounts {
  /** Adds a use and tells how much worse the clashes become. `room` is a resource or -1. */
  add(activity: number, option: number, room: number): number;
  /** Removes a use and tells how much better they become (as a positive number). */
  remove(activity: number, option: number, room: number): number;
  /** What the last `add` or `remove` told, at the search's present prices. */
  lastPriced(): number;
  /** Clashes of a resource become dearer when it has some, else cheaper again; see `SearchState.raisePrices`. */
  raisePrices(change: (price: number, isBroken: boolean) => number): void;
  /** Clashes that a room would have in the option, with closures. */
  ofRoom(room: number, option: number): number;
  /** Whether the activity, which is there, has a part in a clash. */
  involves(activity: number, option: number, room: number): boolean;
  /** The only user of a resource in an atom; -1 when there is none or several. */
  onlyUser(resource: number, atom: number): number;
}

export function clashCounts(compiled: Compiled, usualPrice: number): ClashCounts {
  const { usage, atoms } = compiled;
  const optionAtoms = compiled.options.atoms;
  const uses = new Int32Array(usage.limit.length * atoms);
  /** Sum of the users' numbers: with one user it is that user. */
  const sums = new Int32Array(usage.limit.length * atoms);

  const price = new Float64Array(usage.limit.length).fill(usualPrice);
  /** Clashes of each resource at present. */
  const over = new Int32Array(usage.limit.length);
  let priced = 0;

  const addTo = (resource: number, option: number, activity: number): number => {
    const limit = at(usage.limit, resource);
    const end = at(optionAtoms.start, option + 1);
    let worse = 0;
    for (let i = at(optionAtoms.start, option); i < end; i++) {
      const slot = resource * atoms + at(optionAtoms.values, i);
      const count = at(uses, slot);
      if (count >= limit) worse += limit === 1 ? count : 1;
      uses[slot] = count + 1;
      sums[slot] = at(sums, slot) + activity;
    }
    if (worse > 0) over[resource] = at(over, resource) + worse;
    return worse;
  };
  const removeFrom = (resource: number, option: number, activity: number): number => {
    const limit = at(usage.limit, resource);
    const end = at(optionAtoms.start, option + 1);
    let better = 0;
    for (let i = at(optionAtoms.start, option); i < end; i++) {
      const slot = resource * atoms + at(optionAtoms.values, i);
      const count = at(uses, slot) - 1;
      if (count >= limit) better += limit === 1 ? count : 1;
      uses[slot] = count;
      sums[slot] = at(sums, slot) - activity;
    }
    if (better > 0) over[resource] = at(over, resource) - better;
    return better;
  };
  const overAll = (one: typeof addTo, activity: number, option: number, room: number): number => {
    const { start, values } = usage.limited;
    const end = at(start, activity + 1);
    let sum = 0;
    priced = 0;
    for (let i = at(start, activity); i < end; i++) {
      const change = one(at(values, i), option, activity);
      sum += change;
      if (change > 0) priced += change * costAt(price, at(values, i));
    }
    if (room >= 0 && at(usage.limit, room) > 0) {
      const change = one(room, option, activity);
      sum += change;
      priced += change * costAt(price, room);
    }
    return sum;
  };
  const isOver = (resource: number, option: number): boolean => {
    const limit = at(usage.limit, resource);
    if (limit === 0 || at(over, resource) === 0) return false;
    for (let i = at(optionAtoms.start, option); i < at(optionAtoms.start, option + 1); i++) {
      if (at(uses, resource * atoms + at(optionAtoms.values, i)) > limit) return true;
    }
    return false;
  };
  return {
    lastPriced: () => priced,
    raisePrices: (change) => {
      for (let resource = 0; resource < price.length; resource++) {
        price[resource] = change(costAt(price, resource), at(over, resource) > 0);
      }
    },
    involves: (activity, option, room) => {
      for (let i = at(usage.limited.start, activity); i < at(usage.limited.start, activity + 1); i++) {
        if (isOver(at(usage.limited.values, i), option)) return true;
      }
      return room >= 0 && isOver(room, option);
    },
    add: (activity, option, room) => overAll(addTo, activity, option, room),
    remove: (activity, option, room) => overAll(removeFrom, activity, option, room),
    ofRoom: (room, option) => {
      const limit = at(usage.limit, room);
      if (limit === 0) return 0;
      let over = 0;
      const end = at(optionAtoms.start, option + 1);
      for (let i = at(optionAtoms.start, option); i < end; i++) {
        if (at(uses, room * atoms + at(optionAtoms.values, i)) >= limit) over += 1;
      }
      return over;
    },
    onlyUser: (resource, atom) => (at(uses, resource * atoms + atom) === 1 ? at(sums, resource * atoms + atom) : -1),
  };
}
