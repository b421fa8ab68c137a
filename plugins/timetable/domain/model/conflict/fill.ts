/** Slots that users share: each slot holds so many, and all slots of a day together so many. */
export interface Slots {
  readonly capacity: number;
  /** Day of each slot. */
  readonly dayOf: readonly number[];
  /** Most of each day; Infinity where only the slots limit it. */
  readonly mostOfDay: readonly number[];
}

/** Units of one user, and the slots that they may take. */
export interface User {
  readonly units: number;
  readonly slots: readonly number[];
}

/** Users who together need more than what they may take holds: a proof that not all can be served (Hall, Ford and Fulkerson). */
export interface Shortage {
  readonly users: readonly number[];
  /** Units that found no slot, of all users. */
  readonly missing: number;
}

/** Serves as many units as possible, one slot each; null when all are served. */
export function fill(users: readonly User[], slots: Slots): Shortage | null {
  const filling = new Filling(users, slots);
  let missing = 0;
  let first: readonly number[] | undefined;
  for (const [user, { units }] of users.entries()) {
    for (let unit = 0; unit < units; unit++) {
      if (filling.add(user)) continue;
      missing += 1;
      first ??= filling.reached();
    }
  }
  return first ? { users: first, missing } : null;
}

class Filling {
  readonly #users: readonly User[];
  readonly #slots: Slots;
  readonly #holders: number[][];
  readonly #usedOfDay: number[];
  readonly #slotsOfDay: number[][];
  #seenSlots = new Set<number>();
  #seenDays = new Set<number>();
  #asked = new Set<number>();

  constructor(users: readonly User[], slots: Slots) {
    this.#users = users;
    this.#slots = slots;
    this.#holders = slots.dayOf.map(() => []);
    this.#usedOfDay = slots.mostOfDay.map(() => 0);
    this.#slotsOfDay = slots.mostOfDay.map(() => []);
    for (const [slot, day] of slots.dayOf.entries()) this.#slotsOfDay[day]?.push(slot);
  }

  /** Gives a user one more slot, moving others on if need be. */
  add(user: number): boolean {
    this.#seenSlots = new Set();
    this.#seenDays = new Set();
    this.#asked = new Set();
    return this.#place(user);
  }

  /** Who was asked to make room in vain, the user that asked among them. */
  reached(): number[] {
    return [...this.#asked].sort((a, b) => a - b);
  }

  #place(user: number): boolean {
    this.#asked.add(user);
    for (const slot of this.#users[user]?.slots ?? []) {
      if (this.#seenSlots.has(slot)) continue;
      this.#seenSlots.add(slot);
      if (this.#take(user, slot)) return true;
    }
    return false;
  }

  #take(user: number, slot: number): boolean {
    const holders = this.#holders[slot] ?? [];
    const day = this.#slots.dayOf[slot] ?? 0;
    if (holders.length >= this.#slots.capacity) {
      if (!this.#moveOneOn(slot)) return false;
    } else if ((this.#usedOfDay[day] ?? 0) >= (this.#slots.mostOfDay[day] ?? 0)) {
      if (this.#seenDays.has(day)) return false;
      this.#seenDays.add(day);
      if (!this.#slotsOfDay[day]?.some((other) => this.#moveOneOn(other))) return false;
    }
    holders.push(user);
    this.#usedOfDay[day] = (this.#usedOfDay[day] ?? 0) + 1;
    return true;
  }

  /** One of those in the slot takes another one. */
  #moveOneOn(slot: number): boolean {
    const holders = this.#holders[slot] ?? [];
    const mover = holders.findIndex((holder) => this.#place(holder));
    if (mover < 0) return false;
    const day = this.#slots.dayOf[slot] ?? 0;
    holders.splice(mover, 1);
    this.#usedOfDay[day] = (this.#usedOfDay[day] ?? 0) - 1;
    return true;
  }
}
