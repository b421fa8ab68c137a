import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import pg from 'pg';
import { connect, type DatabaseConfig } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Plugin } from '../../server/host/plugin.ts';
import type { DatabaseTitle } from './databaseTitles.ts';
import { freshPath, testEnvironment } from './testEnvironment.ts';

/** Where a migrated database without rows is, and how to take it away when it is closed. */
export interface EmptyDatabase {
  readonly config: DatabaseConfig;
  remove(): Promise<void>;
}

export type Plugins = readonly Plugin<unknown>[];

/** Copies a template, which is migrated once in each worker for each set of plugins. */
export const emptyDatabase = (title: DatabaseTitle, plugins: Plugins): Promise<EmptyDatabase> =>
  title === 'SQLite' ? sqlite(plugins) : postgres(plugins);

const templates = new Map<string, Promise<string>>();

const nameOf = (plugins: Plugins): string =>
  createHash('sha256')
    .update(
      JSON.stringify(plugins.map(({ ref, migrations = [] }) => [ref.plugin, ...migrations.map((one) => one.name)])),
    )
    .digest('hex')
    .slice(0, 12);

function template(key: string, make: () => Promise<string>): Promise<string> {
  const known = templates.get(key) ?? make();
  templates.set(key, known);
  return known;
}

async function migrated(config: DatabaseConfig, plugins: Plugins): Promise<void> {
  const database = connect(config);
  try {
    await migrate(database, plugins);
    // Opens the file even when there is nothing to migrate.
    await database.write(async () => undefined);
  } finally {
    await database.close();
  }
}

async function sqlite(plugins: Plugins): Promise<EmptyDatabase> {
  const from = await template(`sqlite-${nameOf(plugins)}`, async () => {
    const file = freshPath('-template.db');
    await migrated({ dialect: 'sqlite', file }, plugins);
    return file;
  });
  const file = freshPath('.db');
  copyFileSync(from, file);
  return { config: { dialect: 'sqlite', file }, remove: async () => undefined };
}

let databases = 0;

async function postgres(plugins: Plugins): Promise<EmptyDatabase> {
  const from = await template(`postgres-${nameOf(plugins)}`, async () => {
    const name = `template_${process.pid}_${nameOf(plugins)}`;
    await administer(`create database ${name}`);
    await migrated({ dialect: 'postgres', url: urlOf(name) }, plugins);
    return name;
  });
  const name = `test_${process.pid}_${++databases}`;
  await administer(`create database ${name} template ${from}`);
  return {
    config: { dialect: 'postgres', url: urlOf(name) },
    remove: () => administer(`drop database ${name} with (force)`),
  };
}

function urlOf(database: string): string {
  const url = new URL(testEnvironment().postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testEnvironment().postgresUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
