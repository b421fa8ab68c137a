import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/**
 * The erasures beside the database: a backup that is restored does not know of those that came after it, and
 * learns them from here. One JSON line each, with nothing but the id and the time.
 */
export const Line = z.object({ personId: z.uuid(), erasedAt: z.iso.datetime() });
export type Line = z.infer<typeof Line>;

const fileIn = (dataDir: string): string => join(dataDir, 'erasures.jsonl');

/** Adds a line; it is on the disk when this resolves. */
export async function addToLog(dataDir: string, line: Line): Promise<void> {
  const path = fileIn(dataDir);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Everybody whom the log names; a line that was cut off in writing is passed over. */
export async function personIdsInLog(dataDir: string): Promise<readonly string[]> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((reason: unknown) => {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return '';
    throw reason;
  });
  return [...new Set(text.split('\n').flatMap(idIn))];
}

function idIn(line: string): string[] {
  try {
    const read = Line.safeParse(JSON.parse(line));
    return read.success ? [read.data.personId] : [];
  } catch {
    return [];
  }
}
