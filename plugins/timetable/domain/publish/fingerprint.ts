import type { LessonChange } from './change.ts';
import { lessonKey } from './change.ts';
import { type ExceptionDate, effectiveDecision, keyOf } from './decision.ts';
import type { PlanClash } from './planClashes.ts';

/** What a preview showed, as text that is the same exactly when the commit would do the same. */
export function planText(
  changes: readonly LessonChange[],
  exceptions: readonly ExceptionDate[],
  clashes: readonly PlanClash[],
): string {
  const lines = [
    ...changes.map((change) => {
      const { kind, from, to, isByHand, revision } = change;
      return JSON.stringify([lessonKey(change), kind, from, to, isByHand, revision]);
    }),
    ...exceptions.map((one) =>
      JSON.stringify([keyOf(one), one.failures.map(({ kind }) => kind), effectiveDecision(one)]),
    ),
    ...clashes.map(({ change, personId, inTheWay }) =>
      JSON.stringify([lessonKey(change), personId, inTheWay?.startsAt ?? null]),
    ),
  ];
  return lines.sort().join('\n');
}
