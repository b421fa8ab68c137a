import type { Activity } from './activity.ts';
import type { StartOption } from './place.ts';
import type { Problem } from './problem.ts';
import { unaryVerdict } from './unaryVerdict.ts';

/** A reason why no timetable can be without hard conflicts, found without searching. Counts are atoms. */
export type Finding =
  | { readonly kind: 'no-place'; readonly activity: string; readonly constraints: readonly string[] }
  | {
      readonly kind: 'too-much-for-resource';
      readonly resource: string;
      readonly needed: number;
      readonly free: number;
      readonly activities: readonly string[];
    }
  | {
      readonly kind: 'locks-clash';
      readonly resource: string;
      readonly atom: number;
      readonly activities: readonly string[];
    };

/**
 * Pigeonhole checks, one resource at a time: an activity whose every start is forbidden; a person or set (or pool of seats) with
 * more lesson time than time in which any of its lessons may be held; activities without a choice that need one person at once.
 * Findings are certain; none does not prove that a timetable exists.
 */
export function precheck(problem: Problem): Finding[] {
  const verdict = unaryVerdict(problem);
  const allowed = new Map(
    problem.activities.map((activity): [string, StartOption[]] => {
      return [activity.id, activity.options.filter((option) => verdict(activity, option).length === 0)];
    }),
  );
  const startsOf = (activity: Activity): readonly StartOption[] => allowed.get(activity.id) ?? [];
  const stuck = problem.activities.filter((activity) => startsOf(activity).length === 0);
  return [
    ...stuck.map(({ id, ...rest }): Finding => {
      const reasons = rest.options.flatMap((option) => verdict({ id, ...rest }, option));
      return { kind: 'no-place', activity: id, constraints: [...new Set(reasons)] };
    }),
    ...overfull(problem, startsOf),
    ...clashingLocks(problem, startsOf),
  ];
}

function overfull(problem: Problem, startsOf: (activity: Activity) => readonly StartOption[]): Finding[] {
  const waived = new Set(problem.waivers.flatMap((w) => (w.kind === 'pair' ? [w.first, w.second] : [])));
  return problem.resources.flatMap(({ id, atOnce }): Finding[] => {
    if (atOnce === null) return [];
    const users = problem.activities.filter(
      (one) => one.resources.includes(id) && startsOf(one).length > 0 && !waived.has(one.id),
    );
    const usable = new Set(users.flatMap((one) => startsOf(one).flatMap((option) => option.atoms)));
    const needed = users.reduce((sum, one) => sum + Math.min(...startsOf(one).map((option) => option.atoms.length)), 0);
    const free = usable.size * atOnce;
    if (needed <= free) return [];
    return [{ kind: 'too-much-for-resource', resource: id, needed, free, activities: users.map((one) => one.id) }];
  });
}

function clashingLocks(problem: Problem, startsOf: (activity: Activity) => readonly StartOption[]): Finding[] {
  const waived = new Set(problem.waivers.flatMap((w) => (w.kind === 'pair' ? [w.first, w.second] : [])));
  const fixed = problem.activities.filter((one) => startsOf(one).length === 1 && !waived.has(one.id));
  return problem.resources.flatMap(({ id, atOnce }): Finding[] => {
    const byAtom = new Map<number, string[]>();
    for (const one of fixed.filter((activity) => activity.resources.includes(id))) {
      for (const atom of startsOf(one)[0]?.atoms ?? []) byAtom.set(atom, [...(byAtom.get(atom) ?? []), one.id]);
    }
    const worst = [...byAtom].find(([, users]) => atOnce !== null && users.length > atOnce);
    return worst ? [{ kind: 'locks-clash', resource: id, atom: worst[0], activities: worst[1] }] : [];
  });
}
