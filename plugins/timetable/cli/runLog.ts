import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FileRefusal } from './fileRefusal.ts';

const Level = z.strictObject({ temperature: z.number().min(0), steps: z.int().min(0) });

/** What `--log` writes: all that is needed, beside the file itself, to repeat a run exactly. */
export const RunLog = z.discriminatedUnion('format', [
  z.strictObject({
    log: z.literal(1),
    format: z.literal('ctt'),
    /** SHA-256 of the file that was solved. */
    file: z.hex(),
    seed: z.int().min(0),
    /** One for each thread: turns of the construction and levels of the annealing. */
    threads: z
      .array(z.strictObject({ turns: z.int().min(0), levels: z.array(Level).max(100_000).readonly() }))
      .min(1)
      .max(64),
  }),
  z.strictObject({
    log: z.literal(1),
    format: z.literal('fet'),
    file: z.hex(),
    seed: z.int().min(0),
    /** One for each thread: all moves, and those of them that were looks while placing. The schedule follows from them. */
    threads: z
      .array(z.strictObject({ moves: z.int().min(0), looks: z.int().min(0) }))
      .min(1)
      .max(64),
  }),
]);
export type RunLog = z.infer<typeof RunLog>;

export const runLogText = (log: RunLog): string => `${JSON.stringify(log)}\n`;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads a log; throws FileRefusal when it is not one, or not of this text. */
export function readRunLog(file: string, text: string, solved: string): RunLog {
  const parsed = RunLog.safeParse(jsonOf(file, text));
  if (!parsed.success) throw new FileRefusal(file, `this is no log of a run: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.file !== hashOf(solved))
    throw new FileRefusal(file, 'the log is of another file, or the file has changed');
  return parsed.data;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefusal(file, 'the log is not JSON');
  }
}
