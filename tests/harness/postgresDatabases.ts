import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import pg from 'pg';
import type { EmptyDatabase } from './emptyDatabase.ts';
import type { Template } from './template.ts';
import { testEnvironment } from './testEnvironment.ts';

/** A filled database, and what tells whether a copy of it still has the same tables and constraints. */
interface Filled {
  readonly name: string;
  readonly shape: string;
  /** Copies that are empty again. */
  readonly idle: Copy[];
}

/** A copy of a template, and the connection that empties it: a new one would read the whole catalogue each time. */
interface Copy {
  readonly name: string;
  readonly client: pg.Client;
  /** The client's line, which keeps the process alive only while it is needed. */
  readonly socket: Socket;
}

const templates = new Map<string, Promise<Filled>>();
let databases = 0;
/** One process may have loaded this file twice, by `import` and by `require`. */
const own = `${process.pid}_${randomBytes(3).toString('hex')}`;

/**
 * A copy of the template. Copying costs a hundred milliseconds or more, so a copy is emptied and used again,
 * unless the test changed its tables.
 */
export async function postgresFrom(template: Template): Promise<EmptyDatabase> {
  const filling = templates.get(template.key) ?? filledBy(template);
  templates.set(template.key, filling);
  const filled = await filling;
  const copy = filled.idle.pop() ?? (await copyOf(filled.name));
  return {
    config: { dialect: 'postgres', url: urlOf(copy.name) },
    remove: async () => {
      if (await emptied(copy, filled.shape)) filled.idle.push(copy);
      else await dropped(copy);
    },
  };
}

async function filledBy({ fill }: Template): Promise<Filled> {
  const name = `template_${own}_${++databases}`;
  await administer(`create database ${name}`);
  await fill({ dialect: 'postgres', url: urlOf(name) });
  const shape = await inDatabase(name, async (client) => {
    await client.query(keepRows);
    return shapeOf(client);
  });
  return { name, shape, idle: [] };
}

async function copyOf(template: string): Promise<Copy> {
  const name = `test_${own}_${++databases}`;
  await administer(`create database ${name} template ${template}`);
  const socket = new Socket();
  const client = new pg.Client({ connectionString: urlOf(name), stream: () => socket });
  // A test may end all connections of its database; then this one cannot empty it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set lock_timeout = '2s'; set session_replication_role = replica`);
  socket.unref();
  return { name, client, socket };
}

async function dropped({ name, client }: Copy): Promise<void> {
  await client.end().catch(() => undefined);
  await administer(`drop database ${name} with (force)`);
}

/** Makes a copy like its template again; false when its tables are not those of the template any more. */
async function emptied({ client, socket }: Copy, shape: string): Promise<boolean> {
  socket.ref();
  try {
    if ((await shapeOf(client)) !== shape) return false;
    await client.query(restoreRows);
    return true;
  } catch {
    return false;
  } finally {
    socket.unref();
  }
}

const tables = `select tablename from pg_tables where schemaname = 'public'`;

/** Rows that a template has, such as the histories of migrations. */
const keepRows = `create schema kept;
  do $$ declare t text; begin
    for t in ${tables} loop execute format('create table kept.%I as table public.%I', t, t); end loop;
  end $$`;

const sizeIn = (schema: string): string => `pg_relation_size(to_regclass(format('${schema}.%I', tablename)))`;

/** Tables into which nobody ever wrote have no size, and are as they were. */
const restoreRows = `do $$ declare t text; begin
    for t in ${tables} and greatest(${sizeIn('public')}, ${sizeIn('kept')}) > 0 loop
      execute format('delete from public.%I', t);
      execute format('insert into public.%I overriding system value select * from kept.%I', t, t);
    end loop;
  end $$`;

async function shapeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`select md5(string_agg(part, ',' order by part)) as shape from (
    select concat_ws(' ', 'relation', oid, relname, relkind) as part from pg_class where relnamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'constraint', oid, conname) from pg_constraint where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'trigger', oid, tgname, tgenabled) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', 'function', oid, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'column', attrelid, attname, atttypid, attnotnull)
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and attnum > 0) as parts`);
  return String(rows[0]?.shape);
}

function urlOf(database: string): string {
  const url = new URL(testEnvironment().postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}

const administer = (statement: string): Promise<void> =>
  inDatabase('postgres', async (client) => void (await client.query(statement)));

async function inDatabase<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
