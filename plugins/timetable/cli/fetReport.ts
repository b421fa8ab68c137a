import type { FetProblem } from '../domain/fet/fetProblem.ts';
import { type Conflict, smallestConflict } from '../domain/model/conflict/smallestConflict.ts';
import type { Finding } from '../domain/model/precheck.ts';
import type { TimedSolution } from '../domain/solver/solveTask.ts';
import { conflictLines, type Language } from './conflictWords.ts';

/** A kind of constraint that the timetable does not respect. */
export interface Uncovered {
  readonly type: string;
  readonly count: number;
  readonly hard: boolean;
  readonly reason: 'not-supported' | 'unreadable';
  readonly lines: readonly number[];
  readonly message: string;
}

export interface BrokenRule {
  readonly id: string;
  readonly hard: boolean;
  readonly weight: number;
  readonly cost: number;
  readonly activities: readonly string[];
}

export type FetReport =
  | {
      readonly ok: false;
      readonly file: string;
      readonly error: { readonly message: string; readonly line: number | null };
    }
  | {
      readonly ok: true;
      readonly file: string;
      readonly seed: number;
      readonly activities: number;
      readonly placed: number;
      readonly hard: number;
      readonly soft: number;
      readonly moves: number;
      readonly readSeconds: number;
      readonly searchSeconds: number;
      /** Search time until no hard constraint was broken; null when that was not reached. */
      readonly feasibleSeconds: number | null;
      readonly broken: readonly BrokenRule[];
      /** Why there cannot be a timetable without hard conflicts, where that is certain. */
      readonly findings: readonly Finding[];
      /** The smallest set of lessons and rules found that cannot be kept together, and what would help. */
      readonly conflict: Conflict | null;
      /** The same in sentences. */
      readonly conflictText: readonly string[];
      readonly uncovered: readonly Uncovered[];
      readonly ignored: number;
    };

export const failed = (file: string, message: string, line: number | null): FetReport => ({
  ok: false,
  file,
  error: { message, line },
});

export interface SolvedFacts {
  readonly file: string;
  readonly seed: number;
  readonly read: FetProblem;
  /** The best one, and the moves of all threads. */
  readonly solution: TimedSolution;
  readonly moves: number;
  readonly findings: readonly Finding[];
  readonly language: Language;
  readonly readSeconds: number;
}

export function solved({ read, solution, language, ...facts }: SolvedFacts): FetReport {
  const { score } = solution;
  const conflict = score.hard > 0 ? smallestConflict(read.problem) : null;
  return {
    ok: true,
    ...facts,
    activities: read.problem.activities.length,
    placed: solution.assignment.size,
    hard: score.hard,
    soft: Math.round(score.soft * 1e6) / 1e6,
    searchSeconds: solution.searchSeconds,
    feasibleSeconds: solution.feasibleSeconds,
    broken: score.byConstraint.map(({ id, hard, weight, cost, activities }) => ({
      id,
      hard,
      weight,
      cost,
      activities,
    })),
    conflict,
    conflictText: conflict ? conflictLines(conflict, read.problem, language) : [],
    uncovered: uncoveredIn(read),
    ignored: read.ignored,
  };
}

function uncoveredIn(read: FetProblem): Uncovered[] {
  const byType = new Map<string, Uncovered>();
  for (const { type, hard, reason, message, line } of read.unrepresented) {
    const key = JSON.stringify([type, hard, reason, message]);
    const known = byType.get(key);
    const lines = [...(known?.lines ?? []), line].slice(0, 20);
    byType.set(key, { type, hard, reason, message, lines, count: (known?.count ?? 0) + 1 });
  }
  return [...byType.values()];
}

/** The report for a terminal. */
export function linesOf(report: FetReport): string[] {
  if (!report.ok) {
    const where = report.error.line === null ? '' : `, line ${report.error.line}`;
    return [`${report.file}${where}: ${report.error.message}`];
  }
  const feasible =
    report.feasibleSeconds === null
      ? 'not without hard conflicts'
      : `feasible after ${report.feasibleSeconds.toFixed(2)} s`;
  return [
    `${report.file}: ${report.placed} of ${report.activities} activities placed, hard conflicts ${report.hard}, soft cost ${report.soft}`,
    `searched ${report.searchSeconds.toFixed(2)} s, ${report.moves} moves, ${feasible}, seed ${report.seed}`,
    ...report.broken
      .filter((one) => one.hard)
      .map((one) => `hard: ${one.id} (${one.cost}), activities ${one.activities.slice(0, 10).join(' ')}`),
    ...report.conflictText,
    ...report.uncovered.map((one) => {
      return `not covered: ${one.type} x${one.count}, ${one.hard ? 'hard' : 'soft'}, ${one.reason} ${one.message}`.trimEnd();
    }),
    ...(report.ignored > 0 ? [`left out as FET does (inactive or said twice): ${report.ignored}`] : []),
  ];
}
