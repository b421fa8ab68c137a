import type { Composed } from '../compose/compose.ts';
import type { GridPlace, GroupFacts } from '../compose/facts.ts';
import type { Finding } from '../compose/finding.ts';
import { minutesOf } from '../compose/weekSpan.ts';
import { type HealthNorms, ofGrade } from './healthNorms.ts';
import { type NormSet, normSets } from './normSets.ts';

/** Where courses or grids leave the norms no chance, wherever lessons are put. */
export const normFindings = (composed: Composed): readonly Finding[] =>
  normSets(composed.facts).flatMap((set) => composed.facts.groups.flatMap((group) => findingsOf(composed, set, group)));

function findingsOf(
  { facts, cohorts }: Composed,
  { norms, homeSchoolId, holdsFor }: NormSet,
  group: GroupFacts,
): readonly Finding[] {
  const protectedOnes = [...cohorts.values()].filter((one) => one.groupId === group.id && holdsFor(one.studentIds));
  if (protectedOnes.length === 0) return [];
  const week = weekOf(norms, group.grade);
  const needed = Math.max(
    0,
    ...protectedOnes.map(({ courseIds }) =>
      facts.courses.filter(({ id }) => courseIds.has(id)).reduce((sum, one) => sum + one.lessonsAWeek, 0),
    ),
  );
  const shortest = shortestBreak(group.grid);
  const about = { groupId: group.id, ...(homeSchoolId === null ? {} : { homeSchoolId }) };
  return [
    ...(needed > week ? [{ code: 'norm-week', ...about, needed, free: week } as const] : []),
    ...(norms.breakMinutes !== null && shortest < norms.breakMinutes
      ? [{ code: 'norm-break', ...about, needed: norms.breakMinutes, free: shortest } as const]
      : []),
  ];
}

const weekOf = (norms: HealthNorms, grade: number): number =>
  norms.load === 'off' ? Number.POSITIVE_INFINITY : (ofGrade(norms, grade)?.lessonsAWeek ?? Number.POSITIVE_INFINITY);

/** Minutes between two hours of a grid that follow each other on one day; Infinity where none do. */
function shortestBreak(grid: readonly GridPlace[]): number {
  const inOrder = grid.toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  const breaks = inOrder.flatMap((place, index) => {
    const before = inOrder[index - 1];
    if (before?.weekday !== place.weekday) return [];
    return [minutesOf(place.startsTime) - minutesOf(before.startsTime) - before.minutes];
  });
  return Math.min(Number.POSITIVE_INFINITY, ...breaks);
}
