import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import express from 'express';

/** The yardstick: Express, one indexed SELECT, about 5 KB of JSON, nothing else. */
const database = new Database(join(mkdtempSync(join(tmpdir(), 'control-')), 'control.db'));
database.exec('create table thing (id integer primary key, body text)');
const insert = database.prepare('insert into thing (id, body) values (?, ?)');
const body = JSON.stringify(Array.from({ length: 25 }, (_, i) => ({ id: i, text: 'x'.repeat(180) })));
for (let id = 1; id <= 1000; id++) insert.run(id, body);
const select = database.prepare('select id, body from thing where id = ?');

const app = express();
let next = 0;
app.get('/', (_req, res) => {
  next = (next % 1000) + 1;
  const row: unknown = select.get(next);
  res.json(row);
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}`);
});
process.once('SIGTERM', () => server.close());
process.once('SIGTERM', () => server.closeAllConnections());
