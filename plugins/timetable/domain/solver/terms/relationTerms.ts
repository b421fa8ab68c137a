import { isHard, type RelationConstraint } from '../../model/constraint.ts';
import { at } from '../ints.ts';
import { endsDayAmount } from './endsDayAmount.ts';
import { type PairRule, pairAmount } from './pairAmounts.ts';
import { sequenceAmount } from './sequenceAmount.ts';
import { occupiedAmount, simultaneousAmount } from './setAmounts.ts';
import type { Present, Term } from './term.ts';

/** Terms of one rule about how activities lie to each other. Hard "not overlapping" is counted as a clash instead. */
export function relationTerms(
  rule: RelationConstraint,
  present: Present,
  usersOf: (resource: string) => readonly number[],
): Term[] {
  const { names } = present.compiled;
  const base = { kind: rule.kind, hard: isHard(rule), weight: rule.weight, least: 0 };
  const activities = [...new Set(rule.activities)].map(names.activity);
  switch (rule.kind) {
    case 'not-overlapping':
      return base.hard ? [] : pairTerms(rule, activities, present);
    case 'sequence':
      return [
        {
          ...base,
          isPair: activities.length === 2,
          activities,
          amount: sequenceAmount(rule, rule.activities.map(names.activity), present),
        },
      ];
    case 'occupied-atoms':
      return [{ ...base, waits: rule.min > 0, activities, amount: occupiedAmount(rule, activities, present) }];
    case 'simultaneous':
      return [{ ...base, waits: rule.min > 0, activities, amount: simultaneousAmount(rule, activities, present) }];
    case 'different-rooms':
      return [{ ...base, activities, amount: () => (differentRooms(activities, present.roomOf) > rule.max ? 1 : 0) }];
    case 'ends-day':
      return endsDayTerms(rule.id, activities, base, present, usersOf);
    default:
      return pairTerms(rule, activities, present);
  }
}

function pairTerms(rule: PairRule, activities: readonly number[], present: Present): Term[] {
  const base = { kind: rule.kind, isPair: true, hard: isHard(rule), weight: rule.weight, least: 0 };
  return activities.flatMap((first, index) =>
    activities
      .slice(index + 1)
      .map((second) => ({ ...base, activities: [first, second], amount: pairAmount(rule, first, second, present) })),
  );
}

function differentRooms(activities: readonly number[], roomOf: Int32Array): number {
  return new Set(activities.map((activity) => at(roomOf, activity)).filter((room) => room >= 0)).size;
}

function endsDayTerms(
  id: string,
  activities: readonly number[],
  base: Pick<Term, 'kind' | 'hard' | 'weight' | 'least'>,
  present: Present,
  usersOf: (resource: string) => readonly number[],
): Term[] {
  const { problem } = present.compiled;
  const students = new Set(problem.resources.filter((one) => one.kind === 'students').map((one) => one.id));
  const waived = new Set(
    problem.waivers.flatMap((w) => (w.kind === 'rule' && w.constraint === id ? [w.activity] : [])),
  );
  return activities.flatMap((activity) => {
    const own = problem.activities[activity];
    if (!own || waived.has(own.id)) return [];
    const sets = own.resources.filter((resource) => students.has(resource));
    const others = [...new Set(sets.flatMap((set) => usersOf(set)))].filter((other) => other !== activity);
    return [{ ...base, activities: [activity, ...others], amount: endsDayAmount(activity, others, present) }];
  });
}
