import type { Clock } from './facts.ts';

/** Minutes that a zone is ahead of UTC. Throws RangeError when the clock was made without this zone. */
export function offsetIn(clock: Clock, zone: string): number {
  const offset = clock.offsets.get(zone);
  if (offset === undefined) throw new RangeError(`no offset of zone ${zone}`);
  return offset;
}
