import { type Availability, availabilityLayers, availableOf } from './availability.ts';
import { type Interval, overlaps, subtract } from './interval.ts';

/** What is known of one person's time. */
export interface PersonTime {
  readonly personId: string;
  readonly availability: Availability;
  /** Siblings with whom the person shares its only device. */
  readonly sharesDeviceWith?: readonly string[];
}

export type Reason = 'no-window' | 'busy-at-home-school' | 'exception' | 'shared-device';

/** Why a person cannot be online: one entry for its own time, and one for every sibling at the shared device. */
export interface Unavailable {
  readonly personId: string;
  readonly reason: Reason;
  /** The first part of the interval that is missed. */
  readonly during: Interval;
  /** With `shared-device`: the sibling who uses it then. */
  readonly siblingId?: string;
}

/** Where people are in other lessons: who uses a shared device, and when. */
export type Elsewhere = ReadonlyMap<string, readonly Interval[]>;

/**
 * Who of these people cannot be online during an interval, and why. Siblings who are both among `people` sit at one
 * device together; one who is in another lesson then (`elsewhere`) has the device.
 */
export function whoCannot(
  people: readonly PersonTime[],
  interval: Interval,
  elsewhere: Elsewhere = new Map(),
): readonly Unavailable[] {
  const together = new Set(people.map(({ personId }) => personId));
  return people.flatMap((person) => [
    ...ownReason(person, interval),
    ...(person.sharesDeviceWith ?? [])
      .filter((siblingId) => !together.has(siblingId))
      .flatMap((siblingId) => deviceReason(person.personId, siblingId, interval, elsewhere)),
  ]);
}

function ownReason({ personId, availability }: PersonTime, interval: Interval): readonly Unavailable[] {
  const layers = availabilityLayers(availability, interval.startsAt, interval.endsAt);
  const missed = subtract([interval], availableOf(layers));
  const [during] = missed;
  if (!during) return [];
  const hitBy = (taken: readonly Interval[]) => missed.some((part) => taken.some((other) => overlaps(part, other)));
  if (hitBy(layers.removedByException)) return [{ personId, reason: 'exception', during }];
  if (hitBy(layers.busy)) return [{ personId, reason: 'busy-at-home-school', during }];
  return [{ personId, reason: 'no-window', during }];
}

function deviceReason(
  personId: string,
  siblingId: string,
  interval: Interval,
  elsewhere: Elsewhere,
): readonly Unavailable[] {
  const lesson = elsewhere.get(siblingId)?.find((other) => overlaps(other, interval));
  return lesson ? [{ personId, reason: 'shared-device', during: lesson, siblingId }] : [];
}
