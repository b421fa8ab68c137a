import type { Composed } from '../compose/compose.ts';
import type { GridPlace } from '../compose/facts.ts';
import type { Finding } from '../compose/finding.ts';
import { minutesOf } from '../compose/weekSpan.ts';
import { type HealthNorms, ofGrade } from './healthNorms.ts';

/** Where courses or grids leave a school's norms no chance, wherever lessons are put. */
export function normFindings({ facts, cohorts }: Composed): readonly Finding[] {
  const { norms } = facts;
  if (!norms) return [];
  return facts.groups.flatMap((group): readonly Finding[] => {
    const week = weekOf(norms, group.grade);
    const needed = Math.max(
      0,
      ...[...cohorts.values()]
        .filter(({ groupId }) => groupId === group.id)
        .map(({ courseIds }) =>
          facts.courses.filter(({ id }) => courseIds.has(id)).reduce((sum, one) => sum + one.lessonsAWeek, 0),
        ),
    );
    const shortest = shortestBreak(group.grid);
    return [
      ...(needed > week ? [{ code: 'norm-week', groupId: group.id, needed, free: week } as const] : []),
      ...(norms.breakMinutes !== null && shortest < norms.breakMinutes
        ? [{ code: 'norm-break', groupId: group.id, needed: norms.breakMinutes, free: shortest } as const]
        : []),
    ];
  });
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
