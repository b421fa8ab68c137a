import { CttError } from '../domain/ctt/cttError.ts';
import { cttLectures } from '../domain/ctt/cttLectures.ts';
import { cttModel } from '../domain/ctt/cttModel.ts';
import type { CttUpdate } from '../domain/ctt/cttTask.ts';
import type { CttInstance } from '../domain/ctt/instance.ts';
import { readCtt } from '../domain/ctt/readCtt.ts';
import { recount } from '../domain/ctt/recount.ts';
import { writeSolution } from '../domain/ctt/solutionText.ts';
import type { Score } from '../domain/model/score.ts';
import { FileRefusal, readText, writeText } from './fileRefusal.ts';
import { hashOf, type RunLog, readRunLog, runLogText } from './runLog.ts';
import { bestOf, type CttSearch, searchCtt } from './searchCtt.ts';

export interface SolveCttInput {
  readonly file: string;
  readonly seed: number;
  readonly threads: number;
  readonly seconds?: number | undefined;
  /** Steps of each thread instead of seconds: the same result every time. */
  readonly moves?: number | undefined;
  /** `processor` does not count time in which other programs have the processor. */
  readonly clock: 'wall' | 'processor';
  readonly out?: string | undefined;
  /** Log to write, and log to repeat. */
  readonly log?: string | undefined;
  readonly replay?: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CttUpdate) => void;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

export interface CttReport {
  readonly file: string;
  readonly seed: number;
  readonly threads: number;
  readonly lectures: number;
  readonly placed: number;
  readonly searchSeconds: number;
  readonly moves: number;
  /** Recounted from the lines that were written. */
  readonly score: Score;
}

const DEFAULT_SECONDS = 30;

/** `tutoria timetable solve FILE.ctt`. Throws FileRefusal for a file that cannot be used. */
export async function solveCttFile(input: SolveCttInput): Promise<CttReport> {
  const { file } = input;
  const text = await readText(file);
  const instance = readInstance(file, text);
  const log = input.replay === undefined ? null : readCttLog(input.replay, await readText(input.replay), text);
  const seed = log?.seed ?? input.seed;
  const begun = input.now();
  const found = await searchCtt(instance, { ...input, seed, budget: budgetOf(input, log) });
  const searchSeconds = (input.now() - begun) / 1000;
  const lectures = cttLectures(cttModel(instance), bestOf(found)?.slots ?? new Int32Array());
  await writeText(input.out, writeSolution(instance, lectures));
  const threads = found.map((one) => one.log);
  const run: RunLog = { log: 1, format: 'ctt', file: hashOf(text), seed, threads };
  await writeText(input.log, runLogText(run));
  return {
    file,
    seed,
    threads: found.length,
    lectures: instance.courses.reduce((sum, one) => sum + one.lectures, 0),
    placed: lectures.length,
    searchSeconds,
    moves: found.reduce((sum, one) => sum + one.steps, 0),
    score: recount(instance, { lectures, malformed: [] }),
  };
}

/** Throws FileRefusal, with the line. */
export function readInstance(file: string, text: string): CttInstance {
  try {
    return readCtt(text);
  } catch (error) {
    throw error instanceof CttError ? new FileRefusal(file, error.message, error.line) : error;
  }
}

type CttRunLog = Extract<RunLog, { format: 'ctt' }>;

function readCttLog(file: string, text: string, solved: string): CttRunLog {
  const log = readRunLog(file, text, solved);
  if (log.format !== 'ctt') throw new FileRefusal(file, `the log is of a .${log.format} file`);
  return log;
}

function budgetOf({ seconds, moves, clock }: SolveCttInput, log: CttRunLog | null): CttSearch['budget'] {
  if (log) return { kind: 'replay', logs: log.threads };
  if (moves !== undefined) return { kind: 'steps', steps: moves };
  return { kind: 'time', milliseconds: (seconds ?? DEFAULT_SECONDS) * 1000, clock };
}
