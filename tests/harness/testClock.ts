/** A clock that stands still until a test sets it. */
export interface TestClock {
  /** What the app is given. */
  readonly read: () => Date;
  now(): Date;
  /** Takes an instant such as `2026-09-07T08:30:00Z`. */
  set(instant: string | Date): void;
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Monday of the second week of term in most schools of the tests. */
const usual = '2026-09-07T06:00:00Z';

export function testClock(start: string | Date = usual): TestClock {
  let ms = msOf(start);
  const now = (): Date => new Date(ms);
  return {
    read: now,
    now,
    set: (instant) => {
      ms = msOf(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      ms += days * day + hours * hour + minutes * minute + seconds * second;
    },
  };
}

function msOf(instant: string | Date): number {
  const ms = new Date(instant).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return ms;
}
