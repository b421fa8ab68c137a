import { folded } from '../../host/folded.ts';
import type { Existing } from '../domain/existing.ts';
import type { Change } from '../domain/plan.ts';
import { peopleOf, titlesOf } from '../domain/titles.ts';
import type { StagedChange } from '../store/runs.ts';

/** A change with what the page shows and searches, by its place among the changes. */
export function staging(
  changes: readonly Change[],
  { records }: Pick<Existing, 'records'>,
): (change: Change, nth: number) => StagedChange {
  const titleOf = titlesOf(changes, records);
  return (change, nth) => {
    const title = titleOf(change);
    const [personKey = null, otherKey = null] = peopleOf(change);
    return { ...change, nth, title, searchText: folded(`${title} ${change.key}`), personKey, otherKey };
  };
}
