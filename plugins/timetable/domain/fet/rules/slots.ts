import { all, text } from '../element.ts';
import { atomOf, type FetContext, placeId } from '../fetContext.ts';
import type { XmlNode } from '../xmlNode.ts';

/** Atoms of the listed slots. */
export function slotAtoms(node: XmlNode, item: string, context: FetContext): number[] {
  return all(node, item).map((slot) => {
    const day = context.dayIndex(text(slot, 'Preferred_Day', 'Selected_Day', 'Day'), slot);
    const hour = context.hourIndex(text(slot, 'Preferred_Hour', 'Selected_Hour', 'Hour'), slot);
    return atomOf(context.file, day, hour);
  });
}

/** Places with this day and hour; an empty name stands for any (FET allows either to be left out). */
export function placesAt(day: string, hour: string, node: XmlNode, context: FetContext): string[] {
  const days = day === '' ? context.file.days.keys() : [context.dayIndex(day, node)];
  const hours = hour === '' ? [...context.file.hours.keys()] : [context.hourIndex(hour, node)];
  return [...days].flatMap((d) => hours.map((h) => placeId(d, h)));
}
