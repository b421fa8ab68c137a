import type { Calendar } from '../model/calendar.ts';
import { gridCalendar } from '../model/gridCalendar.ts';
import type { Place } from '../model/place.ts';
import type { Atoms } from './atoms.ts';
import { offsetIn } from './clockOffset.ts';
import type { GroupFacts } from './facts.ts';
import { minutesOf, wallAt } from './weekSpan.ts';

const gridKey = ({ zone, grid }: GroupFacts): string =>
  JSON.stringify([zone, grid.map(({ weekday, hour, startsTime }) => [weekday, hour, startsTime]).sort()]);

/**
 * How a teacher sees the week. One grid when all groups taught have the same hours; otherwise clock hours of the teacher's own
 * day, because grids of different zones do not fit into each other.
 */
export function teacherCalendar(
  zone: string,
  groups: readonly GroupFacts[],
  places: readonly Place[],
  atoms: Atoms,
): Calendar {
  const [first] = groups;
  if (first && new Set(groups.map(gridKey)).size === 1) {
    const ids = new Set(groups.map(({ id }) => id));
    const merged = new Map<string, Place>();
    for (const place of places.filter(({ grid }) => ids.has(grid))) {
      const key = `${place.day}/${place.hour}`;
      const same = merged.get(key);
      merged.set(key, same ? { ...same, atoms: [...new Set([...same.atoms, ...place.atoms])] } : place);
    }
    return gridCalendar(`grid:${[...ids].sort().join()}`, [...merged.values()]);
  }
  return hourCalendar(zone, atoms);
}

/** Counted on the clock on which the term begins: there every lesson has an atom, under later clocks only what is new. */
function hourCalendar(zone: string, { moments }: Atoms): Calendar {
  const cells = new Map<string, number[]>();
  for (const [atom, { clock, minute }] of moments.entries()) {
    if (clock !== moments[0]?.clock) continue;
    const { weekday, time } = wallAt(minute, offsetIn(clock, zone));
    const key = `${weekday}/${Math.floor(minutesOf(time) / 60)}`;
    cells.set(key, [...(cells.get(key) ?? []), atom]);
  }
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    label: String(weekday - 1),
    week: 0,
    cells: Array.from({ length: 24 }, (_, hour) => ({
      label: String(hour),
      atoms: cells.get(`${weekday}/${hour}`) ?? [],
    })),
  }));
  return { id: `zone:${zone}`, days };
}
