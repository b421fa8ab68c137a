import { addDays, weekdayOf } from '../../../../server/calendar/api.ts';
import { type Slot, slotAt } from '../lessons/slot.ts';
import type { GridHour } from '../publish/alternatives.ts';

export interface SlotsWanted {
  readonly grid: readonly GridHour[];
  /** First and last date, in the group's zone. */
  readonly fromOn: string;
  readonly untilOn: string;
  readonly holidays: ReadonlySet<string>;
  readonly zone: string;
  readonly ms: number;
  readonly notBefore: Date;
}

/** The hours of a group's grid, date by date, in which something of this length fits. */
export function gridSlots({ grid, fromOn, untilOn, holidays, zone, ms, notBefore }: SlotsWanted): readonly Slot[] {
  const found: Slot[] = [];
  for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) {
    if (holidays.has(on)) continue;
    for (const { weekday, startsTime, minutes } of grid) {
      if (weekday !== weekdayOf(on) || minutes * 60_000 < ms) continue;
      const slot = slotAt({ on, time: startsTime }, zone, ms);
      if (slot && slot.startsAt >= notBefore) found.push(slot);
    }
  }
  return found;
}
