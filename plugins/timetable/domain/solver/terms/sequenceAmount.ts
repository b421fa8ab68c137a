import type { Sequence } from '../../model/constraints/sequence.ts';
import { at } from '../ints.ts';
import type { Present } from './term.ts';

/** 1 while all are placed and do not follow each other as the rule says, else 0. */
export function sequenceAmount(rule: Sequence, activities: readonly number[], present: Present): () => number {
  const { options, problem } = present.compiled;
  const breaks = breakCells(present);
  const end = (activity: number, option: number): number =>
    at(options.hour, option) + (problem.activities[activity]?.duration ?? 1);

  const pairHolds = (first: number, second: number): boolean => {
    const a = at(present.optionOf, first);
    const b = at(present.optionOf, second);
    const dayA = at(options.day, a);
    const dayB = at(options.day, b);
    const before = end(first, a) <= at(options.hour, b);
    if (rule.how === 'ordered') return dayA < dayB || (dayA === dayB && before);
    if (rule.how === 'ordered-if-same-day') return dayA !== dayB || before;
    if (dayA !== dayB || !before) return false;
    for (let hour = end(first, a); hour < at(options.hour, b); hour++) {
      if (!breaks.has(`${at(options.grid, a)}/${dayA}/${hour}`)) return false;
    }
    return true;
  };
  const start = (activity: number): number => {
    const option = at(present.optionOf, activity);
    return at(options.day, option) * 1024 + at(options.hour, option);
  };
  return () => {
    if (activities.some((activity) => at(present.optionOf, activity) < 0)) return 0;
    const inOrder = rule.how === 'grouped' ? activities.toSorted((a, b) => start(a) - start(b)) : activities;
    for (let i = 1; i < inOrder.length; i++) {
      if (!pairHolds(inOrder[i - 1] ?? 0, inOrder[i] ?? 0)) return 1;
    }
    return 0;
  };
}

function breakCells({ compiled }: Present): ReadonlySet<string> {
  const { problem, options } = compiled;
  const breaks = new Set(problem.constraints.flatMap((rule) => (rule.kind === 'breaks' ? rule.atoms : [])));
  if (breaks.size === 0) return new Set();
  const gridOf = new Map<string, number>();
  for (let option = 0; option < options.count; option++) {
    gridOf.set(problem.places[at(options.place, option)]?.grid ?? '', at(options.grid, option));
  }
  const closed = problem.places.filter((place) => place.atoms.every((atom) => breaks.has(atom)));
  return new Set(closed.map((place) => `${gridOf.get(place.grid)}/${place.day}/${place.hour}`));
}
