import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/db/connect.ts';
import { stampOf } from '../../server/db/stamp.ts';
import { say, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: a backup is made online, under write load, and what is restored from it is verified table by table. Backups are made
 * one after the other while people write; each must hold every message that was acknowledged before it began, be sound, and
 * give an installation whose tables have the checksums of the copy. The control copies the file of the running server,
 * which loses rows. `npm run bench -- backup [seconds]`
 */

const seconds = Number(process.argv[2] ?? 20);
const senders = 20;
const { server, talkers, threadIds, dataDir } = await talkingSchool(senders, 5);
const file = join(dataDir, 'tutoria.db');
const acknowledged: string[] = [];
let isOver = false;
const writing = Promise.all(
  talkers.map(async (talker, nth) => {
    for (let one = 0; !isOver; one++) {
      const text = `${nth}:${one}`;
      if ((await say(server.url, talker, threadIds[nth % threadIds.length] ?? '', text)) === 200)
        acknowledged.push(text);
    }
  }),
);

const textsIn = (database: Database.Database): Set<unknown> =>
  new Set(database.prepare('select text from messages_message').pluck().all());

/** Messages that were acknowledged before the copy began and are not in it; all of them when it cannot be read. */
function missingIn(copy: string, before: readonly string[]): number {
  try {
    const database = new Database(copy, { readonly: true });
    const texts = textsIn(database);
    database.close();
    return before.filter((text) => !texts.has(text)).length;
  } catch {
    return before.length;
  }
}

const begun = performance.now();
const backups: { readonly file: string; readonly ms: number; readonly missing: number; readonly isSound: boolean }[] =
  [];
let lostByCopying = 0;
for (let nth = 0; performance.now() - begun < seconds * 1000; nth++) {
  await delay(500);
  const before = [...acknowledged];
  const copied = join(dataDir, `copied-${nth}.db`);
  copyFileSync(file, copied);
  lostByCopying += missingIn(copied, before);
  const started = performance.now();
  const source = new Database(file, { readonly: true });
  const target = join(dataDir, `backup-${nth}.db`);
  await source.backup(target);
  source.close();
  const ms = Math.round(performance.now() - started);
  const made = new Database(target, { readonly: true });
  const isSound = made.pragma('integrity_check', { simple: true }) === 'ok';
  made.close();
  backups.push({ file: target, ms, missing: missingIn(target, before), isSound });
}
isOver = true;
await writing;
await server.stop();

/** A checksum of every table. */
async function checksums(at: string): Promise<ReadonlyMap<string, string>> {
  const database = connect({ dialect: 'sqlite', file: at });
  const tables: { name: string }[] = await database.reader.raw(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
  );
  const sums = new Map<string, string>();
  for (const { name } of tables) sums.set(name, await stampOf(database.reader, [name]));
  await database.close();
  return sums;
}

/** Opens an installation that was restored from a backup; tables that differ from it. */
async function differencesOf(backup: string): Promise<string[]> {
  const restored = mkdtempSync(join(tmpdir(), 'tutoria-restored-'));
  mkdirSync(restored, { recursive: true });
  copyFileSync(backup, join(restored, 'tutoria.db'));
  const before = await checksums(backup);
  const app = await createApp(readConfig({ TUTORIA_MODE: 'test', DATA_DIR: restored }));
  await app.close();
  const after = await checksums(join(restored, 'tutoria.db'));
  return [...before].flatMap(([name, sum]) => (after.get(name) === sum ? [] : [name]));
}

const last = backups.at(-1);
const differing = last ? await differencesOf(last.file) : ['no backup'];
const missing = backups.reduce((sum, one) => sum + one.missing, 0);
const isSound = backups.every((one) => one.isSound);
const passed = backups.length > 0 && missing === 0 && isSound && differing.length === 0 && lostByCopying > 0;
console.log(
  JSON.stringify(
    {
      ...{ bench: 'backup', passed, seconds, backups: backups.length, acknowledged: acknowledged.length },
      ...{ slowestMs: Math.max(0, ...backups.map(({ ms }) => ms)), missing, isSound, differing, lostByCopying },
    },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
