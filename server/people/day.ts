import type { ReadScope } from '../host/scope.ts';

/** A connection and the moment for which facts with dates are read. */
export type Moment = Pick<ReadScope, 'db' | 'now'>;

/** The local date on which stays and guardianships are judged: they begin and end at midnight UTC. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** The day before a local date. */
export const dayBefore = (day: string): string => dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000));

/** The later of two local dates. */
export const later = (...days: readonly [string, string]): string => days.toSorted()[1] ?? days[0];
