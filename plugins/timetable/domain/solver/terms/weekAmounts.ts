import type { ResourceConstraint } from '../../model/constraint.ts';
import type { Profiles } from '../compile/profiles.ts';
import type { DayCounts } from '../dayCounts.ts';
import { at } from '../ints.ts';

/** Amount of a rule over the days of one week of one resource. */
export type WeekAmount = (week: Int32Array) => number;

export type DayRule = Exclude<ResourceConstraint, { kind: 'building-changes' }>;

/** How each rule about days is counted incrementally; the definitions are those of the model's constraints. */
export function weekAmount(rule: DayRule, days: DayCounts, profiles: Profiles): WeekAmount {
  switch (rule.kind) {
    case 'max-days':
      return rule.measure === 'days'
        ? (week) => Math.max(0, usedDays(week, days) - rule.days)
        : extraHours(rule.days, days);
    case 'min-days':
      return (week) => Math.max(0, rule.days - usedDays(week, days));
    case 'max-gaps':
      return rule.per === 'day'
        ? overDays((day) => Math.max(0, at(days.gaps, day) - rule.gaps))
        : (week) => Math.max(0, allGaps(week, days) - rule.gaps);
    case 'max-hours':
      return overDays((day) => capped(at(days.hours, day) - rule.hours, rule.measure));
    case 'min-hours':
      return overDays((day) => {
        const hours = at(days.hours, day);
        return hours === 0 && rule.emptyDays ? 0 : capped(rule.hours - hours, rule.measure);
      });
    case 'max-continuous':
      return overDays((day) => (at(days.hours, day) <= rule.hours ? 0 : longRuns(day, rule, days, profiles)));
    case 'interval-days':
      return (week) => {
        let used = 0;
        for (const day of week) if (isBusyBetween(day, rule.from, rule.to, days, profiles)) used += 1;
        return Math.max(0, used - rule.days);
      };
    case 'early-start':
      return lateStarts(rule.late, days, profiles);
    case 'max-span':
      return longSpans(rule.hours, rule.oneLonger, days);
    case 'min-rest':
      return shortRests(rule.hours, rule.circular, days, profiles);
  }
}

const capped = (amount: number, measure: 'case' | 'excess' | 'missing'): number =>
  measure === 'case' ? Math.min(1, Math.max(0, amount)) : Math.max(0, amount);

function overDays(amountOf: (day: number) => number): WeekAmount {
  return (week) => {
    let sum = 0;
    for (let i = 0; i < week.length; i++) sum += amountOf(at(week, i));
    return sum;
  };
}

function usedDays(week: Int32Array, days: DayCounts): number {
  let used = 0;
  for (let i = 0; i < week.length; i++) if (at(days.hours, at(week, i)) > 0) used += 1;
  return used;
}

function allGaps(week: Int32Array, days: DayCounts): number {
  let sum = 0;
  for (let i = 0; i < week.length; i++) sum += at(days.gaps, at(week, i));
  return sum;
}

function extraHours(limit: number, days: DayCounts): WeekAmount {
  return (week) => {
    const extra = usedDays(week, days) - limit;
    if (extra <= 0) return 0;
    const hours = Array.from(week, (day) => at(days.hours, day)).filter((count) => count > 0);
    return hours
      .sort((a, b) => a - b)
      .slice(0, extra)
      .reduce((sum, count) => sum + count, 0);
  };
}

function longRuns(
  day: number,
  rule: { readonly hours: number; readonly measure: 'case' | 'excess' },
  days: DayCounts,
  profiles: Profiles,
): number {
  let sum = 0;
  let run = 0;
  const to = at(profiles.dayTo, day);
  for (let cell = at(profiles.dayFrom, day); cell <= to; cell++) {
    if (cell < to && at(days.busy, cell) > 0) {
      run += 1;
    } else {
      sum += capped(run - rule.hours, rule.measure);
      run = 0;
    }
  }
  return sum;
}

function isBusyBetween(day: number, from: number, to: number, days: DayCounts, profiles: Profiles): boolean {
  const base = at(profiles.dayFrom, day);
  const end = Math.min(base + to, at(profiles.dayTo, day));
  for (let cell = base + from; cell < end; cell++) if (at(days.busy, cell) > 0) return true;
  return false;
}

function lateStarts(limit: number, days: DayCounts, profiles: Profiles): WeekAmount {
  return (week) => {
    let late = 0;
    let veryLate = 0;
    for (let i = 0; i < week.length; i++) {
      const day = at(week, i);
      const first = at(days.first, day);
      let lost = 0;
      for (let cell = at(profiles.dayFrom, day); cell < first; cell++) lost += 1 - at(profiles.closed, cell);
      if (lost > 0) late += 1;
      if (lost > 1) veryLate += 1;
    }
    return veryLate + Math.max(0, late - limit);
  };
}

function longSpans(limit: number, oneLonger: boolean, days: DayCounts): WeekAmount {
  return (week) => {
    let spare = oneLonger;
    let sum = 0;
    for (let i = 0; i < week.length; i++) {
      const day = at(week, i);
      const span = at(days.hours, day) === 0 ? 0 : at(days.last, day) - at(days.first, day) + 1;
      if (spare && span === limit + 1) spare = false;
      else sum += Math.max(0, span - limit);
    }
    return sum;
  };
}

function shortRests(limit: number, circular: boolean, days: DayCounts, profiles: Profiles): WeekAmount {
  const evening = (day: number): number => {
    const last = at(days.last, day);
    return at(profiles.dayTo, day) - (last < 0 ? at(profiles.dayFrom, day) : last + 1);
  };
  const morning = (day: number): number => {
    const first = at(days.first, day);
    return (first < 0 ? at(profiles.dayTo, day) : first) - at(profiles.dayFrom, day);
  };
  return (week) => {
    let sum = 0;
    const count = circular ? week.length : week.length - 1;
    for (let i = 0; i < count; i++) {
      const rest = evening(at(week, i)) + morning(at(week, (i + 1) % week.length));
      sum += Math.max(0, limit - rest);
    }
    return sum;
  };
}
