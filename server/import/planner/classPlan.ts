import { type Window, windowsText } from '../domain/windows.ts';
import type { HoursChange, Pupil } from './hoursPlan.ts';

export interface ClassPlan {
  readonly changes: readonly HoursChange[];
  /** How many of the class have these hours already. */
  readonly same: number;
}

/** Everybody of a class gets exactly these hours, whatever they had. */
export function planClass(hours: readonly Window[], pupils: readonly Pupil[]): ClassPlan {
  const changes = pupils
    .filter((pupil) => windowsText(pupil.hours) !== windowsText(hours))
    .map(({ id, name, hours: before }) => ({ personId: id, name, before, after: hours }));
  return { changes, same: pupils.length - changes.length };
}
