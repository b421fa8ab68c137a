import type { Calendar, CalendarDay } from './calendar.ts';
import type { Place, StartOption } from './place.ts';

/** The calendar that a group sees: its own grid, a cell for each lesson place, one week. Missing places leave empty cells. */
export function gridCalendar(id: string, places: readonly Place[]): Calendar {
  const days = Math.max(-1, ...places.map((place) => place.day)) + 1;
  const hours = Math.max(-1, ...places.map((place) => place.hour)) + 1;
  const at = new Map(places.map((place) => [`${place.day}/${place.hour}`, place]));
  const dayOf = (day: number): CalendarDay => ({
    label: String(day),
    week: 0,
    cells: Array.from({ length: hours }, (_, hour) => {
      const place = at.get(`${day}/${hour}`);
      return { label: place?.label ?? '', atoms: place?.atoms ?? [] };
    }),
  });
  return { id, days: Array.from({ length: days }, (_, day) => dayOf(day)) };
}

/**
 * Starts for an activity of `duration` hours: every place whose following hours exist in the same grid and day.
 * Share the result among the activities of a group; the solver stores equal option lists once.
 */
export function startOptions(places: readonly Place[], duration: number): StartOption[] {
  const at = new Map(places.map((place) => [`${place.grid}/${place.day}/${place.hour}`, place]));
  return places.flatMap((start) => {
    const taken = Array.from({ length: duration }, (_, k) => at.get(`${start.grid}/${start.day}/${start.hour + k}`));
    if (taken.includes(undefined)) return [];
    const atoms = new Set(taken.flatMap((place) => place?.atoms ?? []));
    return [{ place: start.id, atoms: [...atoms].sort((a, b) => a - b) }];
  });
}
