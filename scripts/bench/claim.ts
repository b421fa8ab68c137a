import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { system } from '../../server/access/actor.ts';
import { claim } from '../../server/calendar/ledger/ledger.ts';
import { ledgerOnly } from '../../server/calendar/tests/ledgerFixture.ts';
import { connect, type DatabaseConfig } from '../../server/db/connect.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createScopes } from '../../server/host/scopes.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';

/*
 * Bar: taking the time of 22 people costs at most 5x one transaction that inserts one indexed row, measured in
 * turns in one run, on both databases. Durable commits.
 */

const people = 22;
const rounds = 300;
const most = 5;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function measure(database: Database) {
  await migrate(database, [ledgerOnly]);
  await database.writer.schema.createTable('bench_row', (t) => {
    t.uuid('id').primary();
    t.uuid('owner_id').notNullable().index();
    t.text('text').notNullable();
  });
  const clock = () => new Date('2026-09-01T08:00:00Z');
  const nothing = { beforeCommit: async () => undefined, afterCommit: () => undefined };
  const scopes = createScopes({ database, clock, newId: v7, ...nothing });
  const group = Array.from({ length: people }, () => v7());
  const inserts: number[] = [];
  const claims: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const startsAt = new Date(clock().getTime() + at * 3_600_000);
    const interval = { startsAt, endsAt: new Date(startsAt.getTime() + 2_400_000) };
    const row = { id: v7(), ownerId: v7(), text: 'x'.repeat(200) };
    inserts.push(await milliseconds(() => database.write((trx) => trx('bench_row').insert(row))));
    claims.push(
      await milliseconds(() =>
        scopes.inWrite(system, (scope) =>
          claim(scope, { source: { plugin: 'bench', entityId: v7() }, interval, subjects: group }),
        ),
      ),
    );
  }
  const [insert, taken] = [middle(inserts), middle(claims)];
  return {
    insertMs: Number(insert.toFixed(2)),
    claimMs: Number(taken.toFixed(2)),
    ratio: Number((taken / insert).toFixed(2)),
  };
}

async function measureOn(config: DatabaseConfig) {
  const database = connect(config);
  try {
    return await measure(database);
  } finally {
    await database.close();
  }
}

const postgres = await startPostgres('durable');
try {
  const sqlite = await measureOn({
    dialect: 'sqlite',
    file: join(mkdtempSync(join(tmpdir(), 'tutoria-bench-')), 'claim.db'),
  });
  const onPostgres = await measureOn({ dialect: 'postgres', url: postgres.url, connections: 3 });
  const passed = sqlite.ratio <= most && onPostgres.ratio <= most;
  console.log(JSON.stringify({ bench: 'claim', people, rounds, passed, sqlite, postgres: onPostgres }, null, 2));
} finally {
  await postgres.stop();
}
