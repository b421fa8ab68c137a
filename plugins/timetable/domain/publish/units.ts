import type { LessonChange } from './change.ts';

/** Changes that are made in one transaction. */
export interface Unit {
  readonly weekOn: string;
  readonly changes: readonly LessonChange[];
}

/**
 * Cuts changes into transactions, week by week. Groups that only get new lessons have one each; those in which lessons
 * move or end share one, because what one group gives back another may take in the same transaction.
 */
export function unitsOf(changes: readonly LessonChange[]): readonly Unit[] {
  const real = changes.filter(({ kind }) => kind !== 'kept');
  const weeks = [...new Set(real.map(({ weekOn }) => weekOn))].sort();
  return weeks.flatMap((weekOn) => {
    const ofWeek = real.filter((change) => change.weekOn === weekOn);
    const giving = new Set(ofWeek.filter(({ from }) => from !== null).map(({ groupId }) => groupId));
    const shared = ofWeek.filter(({ groupId }) => giving.has(groupId));
    const others = [...new Set(ofWeek.map(({ groupId }) => groupId))].filter((id) => !giving.has(id)).sort();
    return [
      ...(shared.length > 0 ? [{ weekOn, changes: shared }] : []),
      ...others.map((groupId) => ({ weekOn, changes: ofWeek.filter((change) => change.groupId === groupId) })),
    ];
  });
}
