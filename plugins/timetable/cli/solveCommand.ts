import { z } from 'zod';
import type { Output } from '../../../server/cli/command.ts';
import { type PluginCommand, UsageError } from '../../../server/host/commandLine.ts';
import { isCtt } from './checkFile.ts';
import { languages } from './conflictWords.ts';
import { FileRefusal, refusalText } from './fileRefusal.ts';
import { costByKind, scoreLines } from './scoreLines.ts';
import { type CttReport, solveCttFile } from './solveCtt.ts';
import { solveFetFile } from './solveFet.ts';

const Options = z.object({
  seconds: z.coerce.number().positive().max(86_400).optional(),
  moves: z.coerce.number().int().positive().optional(),
  seed: z.coerce.number().int().min(0).max(0xfffffff).default(1),
  threads: z.coerce.number().int().min(1).max(64).default(1),
  untilFeasible: z.boolean().default(false),
  clock: z.enum(['wall', 'processor']).default('wall'),
  out: z.string().optional(),
  log: z.string().optional(),
  replay: z.string().optional(),
  json: z.boolean().default(false),
  lang: z.enum(languages).default('en'),
});
type Options = z.infer<typeof Options>;

/** `tutoria timetable solve FILE`. */
export const solveCommand: PluginCommand = {
  usage: 'solve <file>',
  summary: 'Solves a .fet file (writes activity,day,hour,room as CSV) or a .ctt file (writes course room day period).',
  options: [
    { flags: '--seconds <n>', summary: 'how long to search; 30 unless told' },
    {
      flags: '--moves <n>',
      summary: 'how many moves to search instead (per thread); gives the same result every time',
    },
    { flags: '--seed <n>', summary: 'another seed searches another way; 1 unless told' },
    {
      flags: '--threads <k>',
      summary: 'threads; 1 unless told. On a .ctt file they share what they find, on a .fet file the best one counts',
    },
    { flags: '--clock <which>', summary: 'what --seconds counts: wall, or processor for a busy machine; .ctt only' },
    { flags: '--until-feasible', summary: 'ends as soon as nothing hard is broken; .fet only' },
    { flags: '--out <file>', summary: 'solution to write' },
    { flags: '--log <file>', summary: 'writes what --replay needs' },
    { flags: '--replay <file>', summary: 'repeats the run of a log exactly' },
    { flags: '--json', summary: 'the report as JSON' },
    { flags: '--lang <language>', summary: 'language in which an impossible .fet file is explained: en, ru or es' },
  ],
  run: async ([file], given, output, signal) => {
    const parsed = Options.safeParse(given);
    if (!parsed.success || file === undefined)
      throw new UsageError(z.prettifyError(parsed.error ?? new z.ZodError([])) || 'Name a .fet or .ctt file.');
    if (isCtt(file)) return solveCtt(file, parsed.data, output, signal);
    return solveFet(file, parsed.data, output, signal);
  },
};

const now = (): number => performance.now();

async function solveCtt(file: string, options: Options, output: Output, signal: AbortSignal): Promise<number> {
  try {
    const report = await solveCttFile({
      file,
      now,
      signal,
      ...options,
      onProgress: ({ spent, unplaced, soft }) =>
        output.progress(`${Math.round(spent * 100)} %   without place ${unplaced}   soft ${soft}`),
    });
    output.line(options.json ? jsonOf(report) : linesOf(report).join('\n'));
    return report.score.hard > 0 ? 1 : 0;
  } catch (error) {
    return refused(error, options, output);
  }
}

async function solveFet(file: string, options: Options, output: Output, signal: AbortSignal): Promise<number> {
  try {
    const result = await solveFetFile({
      file,
      now,
      signal,
      ...options,
      onProgress: ({ spent, score: { hard, soft } }) =>
        output.progress(`${Math.round(spent * 100)} %   conflicts ${hard}   soft ${soft.toFixed(2)}`),
    });
    output.line(result.text);
    return result.exitCode;
  } catch (error) {
    return refused(error, options, output);
  }
}

function refused(error: unknown, { json }: Options, output: Output): number {
  if (!(error instanceof FileRefusal)) throw error;
  output.line(refusalText(error, json));
  return 2;
}

/** Moves of all threads for each second of the search. */
const speedOf = ({ moves, searchSeconds }: CttReport): number => Math.round(moves / Math.max(0.001, searchSeconds));

function jsonOf({ score, ...facts }: CttReport): string {
  const { hard, soft } = score;
  return JSON.stringify({
    ok: true,
    ...facts,
    hard,
    soft,
    byKind: costByKind(score),
    byConstraint: score.byConstraint,
  });
}

const linesOf = (report: CttReport): string[] => [
  `${report.file}: ${report.placed} of ${report.lectures} lectures placed`,
  ...scoreLines(report.score),
  `searched ${report.searchSeconds.toFixed(2)} s, ${report.moves} moves (${speedOf(report)} a second), threads ${report.threads}, seed ${report.seed}`,
];
