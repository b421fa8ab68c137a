import { isHard, type ResourceConstraint } from '../../model/constraint.ts';
import { at } from '../ints.ts';
import { buildingAmount } from './buildingAmount.ts';
import type { Present, Term } from './term.ts';
import { type WeekAmount, weekAmount } from './weekAmounts.ts';

/** A term per resource of the rule. `usersOf` are the activities of a resource. */
export function weekTerms(
  rule: ResourceConstraint,
  present: Present,
  usersOf: (resource: string) => readonly number[],
): Term[] {
  const { problem, names } = present.compiled;
  return rule.resources.map((id) => {
    const copies = problem.resources[names.resource(id)]?.copies ?? 1;
    const base = { kind: rule.kind, hard: isHard(rule), weight: rule.weight, activities: usersOf(id), least: 0 };
    if (rule.kind === 'building-changes') {
      const count = buildingAmount(rule, usersOf(id), present);
      return { ...base, amount: () => count() * copies };
    }
    const weeks = weeksOf(names.resource(id), present);
    const amountOf = weekAmount(rule, present.days, present.compiled.profiles);
    const [only] = weeks;
    if (only && weeks.length === 1) return { ...base, amount: () => amountOf(only) * copies };
    return { ...base, amount: () => sumOver(weeks, amountOf) * copies };
  });
}

function sumOver(weeks: readonly Int32Array[], amountOf: WeekAmount): number {
  return weeks.reduce((sum, week) => sum + amountOf(week), 0);
}

/** Days of a resource's calendar, week by week. */
function weeksOf(resource: number, present: Present): Int32Array[] {
  const { profiles } = present.compiled;
  const profile = at(profiles.of, resource);
  const weeks = new Map<number, number[]>();
  for (let day = at(profiles.dayBase, profile); day < at(profiles.dayBase, profile + 1); day++) {
    const week = at(profiles.weekOfDay, day);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return [...weeks.values()].map((days) => Int32Array.from(days));
}
