import type { Problem } from '../../model/problem.ts';
import { at } from '../ints.ts';
import type { Options } from './options.ts';
import type { UnaryRule } from './unary.ts';

/**
 * The starts that the search tries for each activity: `start[a]` .. `start[a + 1] - 1` are its positions; `option` is the
 * global option of a position, `hard` and `soft` what it costs by itself.
 *
 * Starts that a hard rule about the activity alone forbids are left out, unless every start is forbidden: then the least bad
 * ones stay, so that a timetable comes out in any case and says what it breaks.
 */
export interface Domains {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly hard: Int32Array;
  readonly soft: Float64Array;
  /** Position of an activity's option, or -1; index with `slotStart[a] + (option - first option of its list)`. */
  readonly slot: Int32Array;
  readonly slotStart: Int32Array;
}

interface Charge {
  readonly hard: number;
  readonly soft: number;
}

export function charge(rules: readonly UnaryRule[], amountOf: (rule: UnaryRule) => number): Charge {
  let hard = 0;
  let soft = 0;
  for (const rule of rules) {
    const amount = amountOf(rule);
    if (rule.hard) hard += amount;
    else soft += (amount * rule.weight) / 100;
  }
  return { hard, soft };
}

export function compileDomains(
  problem: Problem,
  options: Options,
  rulesOf: readonly (readonly UnaryRule[])[],
): Domains {
  const start = new Int32Array(problem.activities.length + 1);
  const slotStart = new Int32Array(problem.activities.length + 1);
  const option: number[] = [];
  const hard: number[] = [];
  const soft: number[] = [];
  const slot: number[] = [];
  for (const [index, activity] of problem.activities.entries()) {
    const charges = activity.options.map((one) => charge(rulesOf[index] ?? [], (rule) => rule.ofStart(one)));
    const least = charges.reduce((low, one) => Math.min(low, one.hard), Number.POSITIVE_INFINITY);
    const first = at(options.listStart, at(options.listOf, index));
    for (const [local, one] of charges.entries()) {
      slot.push(one.hard === least ? option.length : -1);
      if (one.hard > least) continue;
      option.push(first + local);
      hard.push(one.hard);
      soft.push(one.soft);
    }
    start[index + 1] = option.length;
    slotStart[index + 1] = slot.length;
  }
  return {
    start,
    option: Int32Array.from(option),
    hard: Int32Array.from(hard),
    soft: Float64Array.from(soft),
    slot: Int32Array.from(slot),
    slotStart,
  };
}

/** Position of the activity for an option of its list, or -1 when the search does not try it. */
export function positionOf(domains: Domains, options: Options, activity: number, option: number): number {
  const local = option - at(options.listStart, at(options.listOf, activity));
  return at(domains.slot, at(domains.slotStart, activity) + local);
}
