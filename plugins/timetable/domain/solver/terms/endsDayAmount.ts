import { at } from '../ints.ts';
import type { Present } from './term.ts';

/** 1 while somebody of the activity's students (`others` use the same sets) has a later lesson on its day, else 0. */
export function endsDayAmount(activity: number, others: readonly number[], present: Present): () => number {
  const { options, problem } = present.compiled;
  const lengths = Int32Array.from(problem.activities, (one) => one.duration);
  return () => {
    const mine = at(present.optionOf, activity);
    if (mine < 0) return 0;
    const end = at(options.hour, mine) + at(lengths, activity);
    for (const other of others) {
      const option = at(present.optionOf, other);
      if (
        option < 0 ||
        at(options.day, option) !== at(options.day, mine) ||
        at(options.grid, option) !== at(options.grid, mine)
      )
        continue;
      if (at(options.hour, option) + at(lengths, other) > end) return 1;
    }
    return 0;
  };
}
