import { chmod, rename, rm, stat } from 'node:fs/promises';
import BetterSqlite from 'better-sqlite3';

/**
 * Copies a database as it is at one moment, also while a server writes to it, by SQLite's own backup. The copy takes the
 * target's place when it is whole and sound; until then an earlier one stays. Only its owner may read it. Returns its bytes.
 */
export async function backUp(file: string, target: string): Promise<number> {
  const part = `${target}.part`;
  await rm(part, { force: true });
  try {
    const source = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    try {
      await source.backup(part);
    } finally {
      source.close();
    }
    await chmod(part, 0o600);
    mustBeSound(part);
    await rename(part, target);
  } catch (reason) {
    await rm(part, { force: true });
    throw reason;
  }
  return (await stat(target)).size;
}

function mustBeSound(file: string): void {
  const copy = new BetterSqlite(file, { readonly: true });
  try {
    const found: unknown = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error('The copy of the database is not sound');
  } finally {
    copy.close();
  }
}
