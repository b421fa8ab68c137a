import type { Score } from '../domain/model/score.ts';

/** Costs by kind of rule; they add up to the score. */
export function costByKind({ byConstraint }: Score): Record<string, number> {
  const kinds = new Map<string, number>();
  for (const { kind, cost } of byConstraint) kinds.set(kind, (kinds.get(kind) ?? 0) + cost);
  return Object.fromEntries([...kinds].map(([kind, cost]) => [kind, rounded(cost)]));
}

/** Sums of hundredths are off in their last digits. */
export const rounded = (cost: number): number => Math.round(cost * 1e6) / 1e6;

const LONGEST_LIST = 10;

/** A score for a terminal: the sums, each kind, and what is broken that must not be. */
export function scoreLines(score: Score): string[] {
  const broken = score.byConstraint.filter((part) => part.hard);
  const more = broken.length - LONGEST_LIST;
  return [
    `hard conflicts ${score.hard}, soft cost ${rounded(score.soft)}`,
    ...Object.entries(costByKind(score)).map(([kind, cost]) => `  ${kind}: ${cost}`),
    ...broken
      .slice(0, LONGEST_LIST)
      .map((part) => `hard: ${part.id} (${part.cost}) ${part.activities.slice(0, LONGEST_LIST).join(', ')}`.trimEnd()),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
