import { readFile, stat, writeFile } from 'node:fs/promises';
import { FetError } from '../domain/fet/fetError.ts';
import { fetProblem } from '../domain/fet/fetProblem.ts';
import { readFet } from '../domain/fet/readFet.ts';
import { writeCsv } from '../domain/fet/writeCsv.ts';
import { MAX_CHARACTERS } from '../domain/fet/xmlNode.ts';
import { precheck } from '../domain/model/precheck.ts';
import { type Solution, solve } from '../domain/solver/solve.ts';
import { type FetReport, failed, linesOf, solved } from './fetReport.ts';

export interface SolveFetInput {
  readonly file: string;
  /** Time for the search, reading apart. With `moves` only, the result is repeatable. */
  readonly seconds?: number;
  readonly moves?: number;
  readonly seed: number;
  /** CSV to write; none when it is left out. */
  readonly out?: string;
  /** `report.text` is one JSON object instead of lines. */
  readonly json?: boolean;
  readonly onProgress?: (progress: { readonly spent: number; readonly hard: number; readonly soft: number }) => void;
  readonly shouldStop?: () => boolean;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

export interface SolveFetResult {
  /** 0: no hard conflict; 1: some are left; 2: the file cannot be read, or the result not written. */
  readonly exitCode: 0 | 1 | 2;
  readonly report: FetReport;
  /** What to print. */
  readonly text: string;
}

const DEFAULT_SECONDS = 30;

/** `tutoria timetable solve FILE.fet`: reads, solves, writes the CSV and says what came out and what was not covered. */
export async function solveFetFile(input: SolveFetInput): Promise<SolveFetResult> {
  const begun = input.now();
  let xml: string;
  try {
    if ((await stat(input.file)).size > 4 * MAX_CHARACTERS) return refused(input, 'the file is too large', 1);
    xml = await readFile(input.file, 'utf8');
  } catch (error) {
    return refused(input, messageOf(error), null);
  }
  try {
    const file = readFet(xml);
    const read = fetProblem(file);
    const searched = input.now();
    const timed = timedProgress(input, searched);
    const solution = search(read.problem, input, timed.listen);
    const report = solved({
      file: input.file,
      seed: input.seed,
      read,
      solution,
      findings: solution.score.hard > 0 ? precheck(read.problem) : [],
      readSeconds: (searched - begun) / 1000,
      searchSeconds: (input.now() - searched) / 1000,
      feasibleSeconds: timed.feasibleSeconds(),
    });
    if (input.out !== undefined) await writeFile(input.out, writeCsv(file, read.problem, solution.assignment));
    return { exitCode: solution.score.hard > 0 ? 1 : 0, report, text: printed(report, input) };
  } catch (error) {
    if (error instanceof FetError) return refused(input, error.message, error.line);
    if (isSystemError(error)) return refused(input, messageOf(error), null);
    throw error;
  }
}

function search(problem: Parameters<typeof solve>[0], input: SolveFetInput, onProgress: SolveListener): Solution {
  const { moves, shouldStop, now } = input;
  const seconds = input.seconds ?? (moves === undefined ? DEFAULT_SECONDS : undefined);
  return solve(problem, {
    seed: input.seed,
    now,
    onProgress,
    ...(moves === undefined ? {} : { steps: moves }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
}

type SolveListener = NonNullable<Parameters<typeof solve>[1]['onProgress']>;

function timedProgress(
  input: SolveFetInput,
  begun: number,
): { listen: SolveListener; feasibleSeconds: () => number | null } {
  let feasible: number | null = null;
  return {
    listen: (progress) => {
      if (progress.hard === 0) feasible ??= (input.now() - begun) / 1000;
      input.onProgress?.({ spent: progress.spent, hard: progress.hard, soft: progress.soft });
    },
    feasibleSeconds: () => feasible,
  };
}

function refused(input: SolveFetInput, message: string, line: number | null): SolveFetResult {
  const report = failed(input.file, message, line);
  return { exitCode: 2, report, text: printed(report, input) };
}

const printed = (report: FetReport, { json }: SolveFetInput): string =>
  json === true ? JSON.stringify(report, null, 1) : linesOf(report).join('\n');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
