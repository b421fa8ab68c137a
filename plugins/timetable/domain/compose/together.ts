import type { Relaxation } from '../model/conflict/relaxations.ts';
import { smallestConflict } from '../model/conflict/smallestConflict.ts';
import type { Composed } from './compose.ts';
import { type Concern, concernOf, type RuleName, ruleOf } from './explain.ts';
import type { Finding } from './finding.ts';
import { lessonOfId } from './lesson.ts';
import { isTakenRoom } from './meetingRooms.ts';

/** A rule of a draft and whom it is about. */
export interface RuleRef {
  readonly rule: RuleName;
  readonly concern: Concern;
}

/** A single change that would resolve it. */
export type Help =
  | (RuleRef & { readonly kind: 'other-limit'; readonly limit: number })
  | (RuleRef & { readonly kind: 'without-rule' })
  | { readonly kind: 'fewer'; readonly count: number };

/** The smallest set of lessons and rules found that exclude each other; empty when nothing is proven. */
export function together(composed: Composed): readonly Extract<Finding, { code: 'together' }>[] {
  const conflict = smallestConflict(composed.problem);
  if (!conflict) return [];
  const byId = new Map(conflict.rules.map((rule) => [rule.id, ruleRef(composed, rule)]));
  return [
    {
      code: 'together',
      concern: conflict.resource === null ? {} : concernOf(composed, `clash:${conflict.resource}`),
      missing: conflict.missing,
      lessons: conflict.activities.flatMap((id) => (isTakenRoom(id) ? [] : (lessonOfId(id) ?? []))),
      rules: distinct([...byId.values()]),
      helps: distinct(conflict.helps.flatMap((help) => helpOf(help, byId))),
    },
  ];
}

const ruleRef = (composed: Composed, rule: Parameters<typeof ruleOf>[0]): RuleRef => ({
  rule: ruleOf(rule),
  concern: concernOf(composed, rule.id),
});

function helpOf(help: Relaxation, byId: ReadonlyMap<string, RuleRef>): Help[] {
  if (help.kind === 'fewer') return [help];
  const rule = byId.get(help.rule);
  if (!rule) return [];
  return [help.kind === 'other-limit' ? { ...rule, kind: help.kind, limit: help.limit } : { ...rule, kind: help.kind }];
}

/** Rules of several lessons of one course are said once. */
const distinct = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
