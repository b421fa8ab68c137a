import { copyFileSync } from 'node:fs';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import type { DatabaseTitle } from './databaseTitles.ts';
import { postgresFrom } from './postgresDatabases.ts';
import type { Template } from './template.ts';
import { freshPath } from './testEnvironment.ts';

/** Where a database of its own is, and how to take it away when it is closed. */
export interface EmptyDatabase {
  readonly config: DatabaseConfig;
  remove(): Promise<void>;
}

/** A copy of the template, which is filled once in each worker. */
export const emptyDatabase = (title: DatabaseTitle, template: Template): Promise<EmptyDatabase> =>
  title === 'SQLite' ? sqliteFrom(template) : postgresFrom(template);

const templates = new Map<string, Promise<string>>();

async function sqliteFrom(template: Template): Promise<EmptyDatabase> {
  const filling = templates.get(template.key) ?? filledBy(template);
  templates.set(template.key, filling);
  const file = freshPath('.db');
  copyFileSync(await filling, file);
  return { config: { dialect: 'sqlite', file }, remove: async () => undefined };
}

async function filledBy({ fill }: Template): Promise<string> {
  const file = freshPath('-template.db');
  await fill({ dialect: 'sqlite', file });
  return file;
}
