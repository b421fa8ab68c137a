import type { Compiled } from '../compile/compiled.ts';
import type { DayCounts } from '../dayCounts.ts';
import { at } from '../ints.ts';

/**
 * Rules about weeks that later lessons can still mend: gaps, late beginnings, short or missing days. A timetable in the making
 * keeps to them as long as the lessons that are still to come could fill what they ask for (FET counts in the same way).
 */
export interface Demand {
  /** Whether the resource has such a rule. */
  readonly asks: Int32Array;
  /** Hours that are asked for above those still to come; 0 or less is fine. `toCome` are cells of lessons not placed yet. */
  beyond(profile: number, toCome: number): number;
  /** Whether an emptied beginning of a day would be asked to be filled again. */
  readonly fromStart: Int32Array;
}

const NO_LIMIT = 1 << 20;

export function demandOf({ problem, names, profiles }: Compiled, days: DayCounts): Demand {
  const { count } = profiles;
  const asks = new Int32Array(count);
  const perWeek = new Int32Array(count).fill(NO_LIMIT);
  const perDay = new Int32Array(count).fill(NO_LIMIT);
  const late = new Int32Array(count).fill(NO_LIMIT);
  const fromStart = new Int32Array(count);
  const shortest = new Int32Array(count);
  const everyDay = new Int32Array(count);
  const fewestDays = new Int32Array(count);
  const lower = (list: Int32Array, profile: number, value: number): void => {
    list[profile] = Math.min(at(list, profile), value);
  };
  const raise = (list: Int32Array, profile: number, value: number): void => {
    list[profile] = Math.max(at(list, profile), value);
  };
  for (const rule of problem.constraints) {
    if (rule.weight < 100 || !('resources' in rule)) continue;
    for (const id of rule.resources) {
      const profile = at(profiles.of, names.resource(id));
      switch (rule.kind) {
        case 'max-gaps':
          lower(rule.per === 'week' ? perWeek : perDay, profile, Math.min(rule.gaps, NO_LIMIT));
          break;
        case 'early-start':
          lower(late, profile, rule.late);
          fromStart[profile] = 1;
          break;
        case 'min-hours':
          raise(shortest, profile, rule.hours);
          if (!rule.emptyDays) everyDay[profile] = 1;
          break;
        case 'min-days':
          raise(fewestDays, profile, rule.days);
          break;
        default:
          continue;
      }
      asks[profile] = 1;
    }
  }
  const openBefore = openCellsBefore(profiles);
  const { dayBase, weekOfDay } = profiles;

  /** The days [from, to) of one week. */
  const ofWeek = (profile: number, from: number, to: number): number => {
    let need = 0;
    let missing = 0;
    let spareGaps = 0;
    let lateDays = 0;
    let used = 0;
    const hasGapRule = at(perWeek, profile) < NO_LIMIT || at(perDay, profile) < NO_LIMIT;
    for (let day = from; day < to; day++) {
      const hours = at(days.hours, day);
      if (hours === 0) {
        if (at(everyDay, profile) === 1) {
          need += at(shortest, profile);
          missing += at(shortest, profile);
        }
        continue;
      }
      used += 1;
      const lost = at(fromStart, profile) === 1 ? at(openBefore, at(days.first, day)) : 0;
      const gaps = hasGapRule ? at(days.gaps, day) : 0;
      const short = Math.max(0, at(shortest, profile) - hours);
      if (lost > 0) lateDays += 1;
      spareGaps += Math.min(gaps, at(perDay, profile));
      missing += short;
      need += Math.max(lost + gaps, short);
    }
    const spare = Math.min(spareGaps, at(perWeek, profile)) + Math.min(lateDays, at(late, profile));
    const newDays = Math.max(0, at(fewestDays, profile) - used);
    return (
      Math.max(need - spare, missing) + newDays * Math.max(1, at(everyDay, profile) === 1 ? 0 : at(shortest, profile))
    );
  };
  return {
    asks,
    fromStart,
    beyond: (profile, toCome) => {
      const end = at(dayBase, profile + 1);
      let worst = 0;
      let from = at(dayBase, profile);
      while (from < end) {
        let to = from + 1;
        while (to < end && at(weekOfDay, to) === at(weekOfDay, from)) to += 1;
        worst = Math.max(worst, ofWeek(profile, from, to));
        from = to;
      }
      return worst - toCome;
    },
  };
}

/** For each cell: how many cells of its day before it are open. */
function openCellsBefore({ closed, dayFrom, dayTo }: Compiled['profiles']): Int32Array {
  const before = new Int32Array(closed.length);
  for (let day = 0; day < dayFrom.length; day++) {
    let open = 0;
    for (let cell = at(dayFrom, day); cell < at(dayTo, day); cell++) {
      before[cell] = open;
      open += 1 - at(closed, cell);
    }
  }
  return before;
}
