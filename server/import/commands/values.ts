import type { Change } from '../domain/plan.ts';
import type { Fields, Kind } from '../domain/records.ts';

/** A change, and all fields that the thing has in the database. */
export interface FullChange extends Change {
  readonly full: Fields;
}

/** The changes of one kind. */
export type ChangesOf = (kind: Kind) => readonly FullChange[];

/* Fields come out of the planner, which has checked them; a wrong type here is a defect. */

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Not a text: ${String(value)}`);
  return value;
}

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : text(value);

export function whole(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`Not a number: ${String(value)}`);
  return value;
}

export function choice<T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new TypeError(`Not one of ${words.join(', ')}: ${String(value)}`);
  return found;
}
