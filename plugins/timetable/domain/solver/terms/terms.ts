import type { Constraint, ResourceConstraint, UnaryConstraint } from '../../model/constraint.ts';
import { relationTerms } from './relationTerms.ts';
import type { Present, Term } from './term.ts';
import { waiverTerms } from './waiverTerms.ts';
import { weekTerms } from './weekTerms.ts';

/** Every addend of the cost that is not a clash or the charge of a single activity. Terms that nothing can change are kept. */
export function termsOf(present: Present): Term[] {
  const { problem, names } = present.compiled;
  const users = new Map<string, number[]>();
  for (const [index, activity] of problem.activities.entries()) {
    for (const id of new Set(activity.resources)) {
      const list = users.get(id);
      if (list) list.push(index);
      else users.set(id, [index]);
    }
  }
  const usersOf = (resource: string): readonly number[] => {
    names.resource(resource);
    return users.get(resource) ?? [];
  };
  const rules = problem.constraints.flatMap((rule) => {
    if (isUnary(rule)) return [];
    return isAboutResources(rule) ? weekTerms(rule, present, usersOf) : relationTerms(rule, present, usersOf);
  });
  return [...rules, ...waiverTerms(present)];
}

const UNARY: ReadonlySet<string> = new Set([
  'lock',
  'allowed-starts',
  'allowed-atoms',
  'breaks',
  'unavailable',
  'allowed-rooms',
]);

const isUnary = (rule: Constraint): rule is UnaryConstraint => UNARY.has(rule.kind);

const isAboutResources = (rule: Constraint): rule is ResourceConstraint => 'resources' in rule;
