import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Longer than any upload, and any archive that is packed there, takes. */
const leftMs = 86_400_000;

/** Where uploads lie while they are under way; nothing there belongs to a row. */
export const uploadsIn = (dataDir: string): string => join(dataDir, 'uploads');

/** Deletes what a killed process left in a folder of uploads: whatever nobody has written to for a day. Returns how much. */
export async function sweepUploads(folder: string, now: Date): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    // It may go at any moment: its own request deletes it, or another process that sweeps the same folder.
    const written = await stat(path).catch(() => undefined);
    if (!written?.isFile() || written.mtimeMs > now.getTime() - leftMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
