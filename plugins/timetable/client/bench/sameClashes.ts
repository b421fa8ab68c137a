import type { PublicationPreview } from '../../schemas/publications.ts';

type Clash = PublicationPreview['clashes'][number];

/** Everybody who would be in the same two places, on all dates. */
export interface SameClashes {
  readonly key: string;
  /** The first of them. */
  readonly clash: Clash;
  readonly names: readonly string[];
  readonly dates: number;
}

/**
 * A clash of a weekly lesson comes back every week and concerns many people: it is told once. `weekTimeOf` says at
 * which weekday and time an instant is, on the reader's clock.
 */
export function sameClashes(
  clashes: readonly Clash[],
  weekTimeOf: (instant: string) => string,
): readonly SameClashes[] {
  const groups = new Map<string, Clash[]>();
  for (const clash of clashes) {
    const { inTheWay, courseId, startsAt } = clash;
    const key = [courseId, weekTimeOf(startsAt), inTheWay.subjectName, weekTimeOf(inTheWay.startsAt)].join(' ');
    const same = groups.get(key);
    if (same) same.push(clash);
    else groups.set(key, [clash]);
  }
  return [...groups].flatMap(([key, same]) => {
    const [clash] = same.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
    if (!clash) return [];
    const names = [...new Set(same.map(({ personName }) => personName))].sort((a, b) => a.localeCompare(b));
    return [{ key, clash, names, dates: new Set(same.map(({ startsAt }) => startsAt)).size }];
  });
}
