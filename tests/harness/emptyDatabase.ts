import { copyFileSync } from 'node:fs';
import pg from 'pg';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import type { DatabaseTitle } from './databaseTitles.ts';
import type { Template } from './template.ts';
import { freshPath, testEnvironment } from './testEnvironment.ts';

/** Where a database of its own is, and how to take it away when it is closed. */
export interface EmptyDatabase {
  readonly config: DatabaseConfig;
  remove(): Promise<void>;
}

/** Copies a template, which is filled once in each worker. */
export const emptyDatabase = (title: DatabaseTitle, template: Template): Promise<EmptyDatabase> =>
  title === 'SQLite' ? sqlite(template) : postgres(template);

const filled = new Map<string, Promise<string>>();

function once(key: string, fill: () => Promise<string>): Promise<string> {
  const known = filled.get(key) ?? fill();
  filled.set(key, known);
  return known;
}

async function sqlite({ key, fill }: Template): Promise<EmptyDatabase> {
  const from = await once(`sqlite-${key}`, async () => {
    const file = freshPath('-template.db');
    await fill({ dialect: 'sqlite', file });
    return file;
  });
  const file = freshPath('.db');
  copyFileSync(from, file);
  return { config: { dialect: 'sqlite', file }, remove: async () => undefined };
}

let databases = 0;

async function postgres({ key, fill }: Template): Promise<EmptyDatabase> {
  const from = await once(`postgres-${key}`, async () => {
    const name = `template_${process.pid}_${++databases}`;
    await administer(`create database ${name}`);
    await fill({ dialect: 'postgres', url: urlOf(name) });
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
