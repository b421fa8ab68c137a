import { readFile, stat } from 'node:fs/promises';
import { FetError } from '../domain/fet/fetError.ts';
import { fetProblem } from '../domain/fet/fetProblem.ts';
import { readFet } from '../domain/fet/readFet.ts';
import { writeCsv } from '../domain/fet/writeCsv.ts';
import { MAX_CHARACTERS } from '../domain/fet/xmlNode.ts';
import { precheck } from '../domain/model/precheck.ts';
import { type Solution, solve } from '../domain/solver/solve.ts';
import type { Language } from './conflictWords.ts';
import { type FetReport, failed, linesOf, solved } from './fetReport.ts';
import { FileRefusal, readText, writeText } from './fileRefusal.ts';
import { hashOf, readRunLog, runLogText } from './runLog.ts';

export interface SolveFetInput {
  readonly file: string;
  /** Time for the search, reading apart. With `moves` only, the result is repeatable. */
  readonly seconds?: number | undefined;
  readonly moves?: number | undefined;
  readonly seed: number;
  /** CSV to write; none when it is left out. */
  readonly out?: string | undefined;
  /** Log to write, and log to repeat. */
  readonly log?: string | undefined;
  readonly replay?: string | undefined;
  /** `report.text` is one JSON object instead of lines. */
  readonly json?: boolean;
  /** Of the sentences about a conflict; English unless told. */
  readonly lang?: Language;
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
    const log = await logOf(input, xml);
    const seed = log?.seed ?? input.seed;
    const searched = input.now();
    const timed = timedProgress(input, searched);
    const solution = search(read.problem, log ? { ...input, ...log, seconds: undefined } : input, timed.listen);
    const report = solved({
      file: input.file,
      seed,
      read,
      solution,
      language: input.lang ?? 'en',
      findings: solution.score.hard > 0 ? precheck(read.problem) : [],
      readSeconds: (searched - begun) / 1000,
      searchSeconds: (input.now() - searched) / 1000,
      feasibleSeconds: timed.feasibleSeconds(),
    });
    await writeText(input.out, writeCsv(file, read.problem, solution.assignment));
    await writeText(input.log, runLogText({ log: 1, format: 'fet', file: hashOf(xml), seed, moves: solution.moves }));
    return { exitCode: solution.score.hard > 0 ? 1 : 0, report, text: printed(report, input) };
  } catch (error) {
    if (error instanceof FetError) return refused(input, error.message, error.line);
    if (error instanceof FileRefusal) return refused(input, error.message, error.line, error.file);
    throw error;
  }
}

/** A run by steps repeats a run by seconds that made as many. */
async function logOf({ replay }: SolveFetInput, xml: string): Promise<{ seed: number; moves: number } | null> {
  if (replay === undefined) return null;
  const log = readRunLog(replay, await readText(replay), xml);
  if (log.format !== 'fet') throw new FileRefusal(replay, `the log is of a .${log.format} file`);
  return { seed: log.seed, moves: log.moves };
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

function refused(input: SolveFetInput, message: string, line: number | null, file = input.file): SolveFetResult {
  const report = failed(file, message, line);
  return { exitCode: 2, report, text: printed(report, input) };
}

const printed = (report: FetReport, { json }: SolveFetInput): string =>
  json === true ? JSON.stringify(report, null, 1) : linesOf(report).join('\n');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
