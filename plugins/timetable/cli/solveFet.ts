import { readFile, stat } from 'node:fs/promises';
import { FetError } from '../domain/fet/fetError.ts';
import { fetProblem } from '../domain/fet/fetProblem.ts';
import { readFet } from '../domain/fet/readFet.ts';
import { writeCsv } from '../domain/fet/writeCsv.ts';
import { MAX_CHARACTERS } from '../domain/fet/xmlNode.ts';
import { precheck } from '../domain/model/precheck.ts';
import type { SolveUpdate } from '../domain/solver/solveTask.ts';
import type { Language } from './conflictWords.ts';
import { type FetReport, failed, linesOf, solved } from './fetReport.ts';
import { FileRefusal, readText, writeText } from './fileRefusal.ts';
import { hashOf, type RunLog, readRunLog, runLogText } from './runLog.ts';
import { type FetSearch, leastOf, searchFet } from './searchFet.ts';

export interface SolveFetInput {
  readonly file: string;
  /** Time for the search, reading apart. With `moves` only, the result is repeatable. */
  readonly seconds?: number | undefined;
  /** Moves of each thread. */
  readonly moves?: number | undefined;
  readonly seed: number;
  /** Each searches in its own way, the best timetable counts; 1 unless told. */
  readonly threads?: number;
  /** Ends as soon as nothing hard is broken. */
  readonly untilFeasible?: boolean;
  /** CSV to write; none when it is left out. */
  readonly out?: string | undefined;
  /** Log to write, and log to repeat. */
  readonly log?: string | undefined;
  readonly replay?: string | undefined;
  /** `report.text` is one JSON object instead of lines. */
  readonly json?: boolean;
  /** Of the sentences about a conflict; English unless told. */
  readonly lang?: Language;
  readonly onProgress?: (progress: SolveUpdate) => void;
  /** Aborting ends the search with the best so far. */
  readonly signal?: AbortSignal;
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
    const readSeconds = (input.now() - begun) / 1000;
    const found = await searchFet(read.problem, {
      seed,
      threads: input.threads ?? 1,
      budget: log ? { kind: 'replay', logs: log.threads } : budgetOf(input),
      signal: input.signal ?? new AbortController().signal,
      onProgress: input.onProgress ?? (() => undefined),
    });
    const solution = leastOf(found);
    if (!solution) throw new FileRefusal(input.replay ?? input.file, 'no thread has searched');
    const report = solved({
      file: input.file,
      seed,
      read,
      solution,
      moves: found.reduce((sum, one) => sum + one.moves, 0),
      language: input.lang ?? 'en',
      findings: solution.score.hard > 0 ? precheck(read.problem) : [],
      readSeconds,
    });
    await writeText(input.out, writeCsv(file, read.problem, solution.assignment));
    const threads = found.map(({ moves, looks }) => ({ moves, looks }));
    await writeText(input.log, runLogText({ log: 1, format: 'fet', file: hashOf(xml), seed, threads }));
    return { exitCode: solution.score.hard > 0 ? 1 : 0, report, text: printed(report, input) };
  } catch (error) {
    if (error instanceof FetError) return refused(input, error.message, error.line);
    if (error instanceof FileRefusal) return refused(input, error.message, error.line, error.file);
    throw error;
  }
}

type FetRunLog = Extract<RunLog, { format: 'fet' }>;

async function logOf({ replay }: SolveFetInput, xml: string): Promise<FetRunLog | null> {
  if (replay === undefined) return null;
  const log = readRunLog(replay, await readText(replay), xml);
  if (log.format !== 'fet') throw new FileRefusal(replay, `the log is of a .${log.format} file`);
  return log;
}

function budgetOf({ seconds, moves, untilFeasible = false }: SolveFetInput): FetSearch['budget'] {
  const limit = seconds ?? (moves === undefined ? DEFAULT_SECONDS : undefined);
  return {
    kind: 'search',
    untilFeasible,
    ...(moves === undefined ? {} : { steps: moves }),
    ...(limit === undefined ? {} : { seconds: limit }),
  };
}

function refused(input: SolveFetInput, message: string, line: number | null, file = input.file): SolveFetResult {
  const report = failed(file, message, line);
  return { exitCode: 2, report, text: printed(report, input) };
}

const printed = (report: FetReport, { json }: SolveFetInput): string =>
  json === true ? JSON.stringify(report, null, 1) : linesOf(report).join('\n');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
