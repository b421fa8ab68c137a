import type { Activity } from '../activity.ts';
import type { Constraint } from '../constraint.ts';
import type { StartOption } from '../place.ts';
import type { Problem } from '../problem.ts';
import { unaryVerdict } from '../unaryVerdict.ts';

/** Which starts the hard rules about an activity alone leave to it, and the rules that forbid it others. */
export interface Starts {
  readonly open: readonly StartOption[];
  readonly rules: readonly string[];
}

export function startsOf(problem: Problem): (activity: Activity) => Starts {
  const rulesOf = unaryRulesOf(problem);
  const known = new Map<string, Starts>();
  return (activity) => {
    const before = known.get(activity.id);
    if (before) return before;
    const verdict = unaryVerdict({ ...problem, constraints: rulesOf(activity) });
    const judged = activity.options.map((option) => ({ option, against: verdict(activity, option) }));
    const starts = {
      open: judged.filter(({ against }) => against.length === 0).map(({ option }) => option),
      rules: [...new Set(judged.flatMap(({ against }) => against))],
    };
    known.set(activity.id, starts);
    return starts;
  };
}

/** Rules that may be about an activity alone: a school's draft has one for each lesson, so each is asked of its own only. */
function unaryRulesOf({ constraints }: Problem): (activity: Activity) => Constraint[] {
  const ofActivity = new Map<string, Constraint[]>();
  const ofResource = new Map<string, Constraint[]>();
  const ofAll: Constraint[] = [];
  const note = (map: Map<string, Constraint[]>, id: string, rule: Constraint): void => {
    const list = map.get(id);
    if (list) list.push(rule);
    else map.set(id, [rule]);
  };
  for (const rule of constraints) {
    if (rule.kind === 'breaks') ofAll.push(rule);
    else if (rule.kind === 'lock') note(ofActivity, rule.activity, rule);
    else if (rule.kind === 'unavailable') note(ofResource, rule.resource, rule);
    else if (rule.kind === 'allowed-starts' || rule.kind === 'allowed-atoms')
      for (const id of new Set(rule.activities)) note(ofActivity, id, rule);
  }
  return ({ id, resources }) => [
    ...ofAll,
    ...(ofActivity.get(id) ?? []),
    ...[...new Set(resources)].flatMap((resource) => ofResource.get(resource) ?? []),
  ];
}
