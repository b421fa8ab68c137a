import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';
import { chaos } from '../../tests/reliability/messaging/chaos.ts';
import { placeOf } from '../../tests/reliability/processes/serverProcess.ts';

/*
 * Bar: no acknowledged message lost, doubled or out of order while connections are cut and swallowed and servers are
 * killed; a plain emit under the same cuts loses some. `npm run bench -- chaos [messages of each of 8 devices]`
 */

const messages = Number(process.argv[2] ?? 100);
const size = { devices: 8, messages, kills: 6, seed: 20261129 };

async function verdictOn(database: DatabaseConfig, dataDir: string, processes: number) {
  const app = await createApp({ ...readConfig({ TUTORIA_MODE: 'test', DATA_DIR: dataDir }), database });
  const verdict = await chaos(app, placeOf(database, dataDir), { ...size, processes });
  await app.close();
  const { lost, doubled, reordered, lostByPlainEmit } = verdict;
  return { ...verdict, passed: lost + doubled + reordered === 0 && lostByPlainEmit > 0 };
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'tutoria-chaos-'));
const dataDir = folder();
const sqlite = await verdictOn({ dialect: 'sqlite', file: join(dataDir, 'tutoria.db') }, dataDir, 1);
const cluster = await startPostgres();
const postgres = await verdictOn({ dialect: 'postgres', url: cluster.url }, folder(), 2);
await cluster.stop();
const passed = sqlite.passed && postgres.passed;
console.log(JSON.stringify({ bench: 'chaos', passed, sqlite, postgres }, null, 2));
process.exit(passed ? 0 : 1);
