import { folded } from '../../host/folded.ts';
import type { Existing } from '../domain/existing.ts';
import type { Change } from '../domain/plan.ts';
import { peopleOf, titlesOf } from '../domain/titles.ts';
import type { StagedChange } from '../store/runs.ts';

/** Changes with what the page shows and searches. */
export function staged(changes: readonly Change[], { records }: Pick<Existing, 'records'>): readonly StagedChange[] {
  const titleOf = titlesOf(changes, records);
  return changes.map((change, nth) => {
    const title = titleOf(change);
    const [personKey = null, otherKey = null] = peopleOf(change);
    return { ...change, nth, title, searchText: folded(`${title} ${change.key}`), personKey, otherKey };
  });
}
