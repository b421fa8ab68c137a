import { z } from 'zod';
import { type PluginCommand, UsageError } from '../../../server/host/commandLine.ts';
import { solveFetFile } from './solveFet.ts';

const Options = z.object({
  seconds: z.coerce.number().positive().max(86_400).optional(),
  moves: z.coerce.number().int().positive().optional(),
  seed: z.coerce.number().int().min(0).default(1),
  out: z.string().optional(),
  json: z.boolean().default(false),
});

/** `tutoria timetable solve FILE.fet`. */
export const solveCommand: PluginCommand = {
  usage: 'solve <file>',
  summary: 'Solves a .fet file and writes activity,day,hour,room as CSV. What is not covered is named.',
  options: [
    { flags: '--seconds <n>', summary: 'how long to search; 30 unless told' },
    { flags: '--moves <n>', summary: 'how many moves to search instead; gives the same result every time' },
    { flags: '--seed <n>', summary: 'another seed searches another way; 1 unless told' },
    { flags: '--out <file>', summary: 'CSV to write' },
    { flags: '--json', summary: 'the report as JSON' },
  ],
  run: async ([file], given, output) => {
    const parsed = Options.safeParse(given);
    if (!parsed.success || file === undefined)
      throw new UsageError(z.prettifyError(parsed.error ?? new z.ZodError([])) || 'Name a .fet file.');
    const { seconds, moves, out, json, seed } = parsed.data;
    const result = await solveFetFile({
      file,
      seed,
      json,
      now: () => performance.now(),
      onProgress: ({ spent, hard, soft }) =>
        output.progress(`${Math.round(spent * 100)} %   conflicts ${hard}   soft ${soft.toFixed(2)}`),
      ...(seconds === undefined ? {} : { seconds }),
      ...(moves === undefined ? {} : { moves }),
      ...(out === undefined ? {} : { out }),
    });
    output.line(result.text);
    return result.exitCode;
  },
};
