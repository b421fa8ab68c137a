import { resolve } from 'node:path';
import { z } from 'zod';
import type { DatabaseConfig } from './db/connect.ts';

const modes = ['production', 'development', 'demo', 'test'] as const;

const Env = z.object({
  TUTORIA_MODE: z.enum(modes).optional(),
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  SCHOOL_LANGUAGE: z.enum(['ru', 'es', 'en']).default('en'),
});

export interface Config {
  readonly mode: (typeof modes)[number];
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder for everything that is kept in files. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  /** Origins from which browsers may write: the public address, and where the server listens. */
  readonly origins: readonly string[];
  /** The address that goes into feeds and mails. */
  readonly publicUrl: string;
  readonly sessionSecret: string;
  /** How many proxies stand before this server. */
  readonly trustProxy: number;
  /** Ceiling for one session, or for one address without a session. */
  readonly requestsPerMinute: number;
  readonly logLevel: string;
  /** Language of a visitor of whom nothing is known. */
  readonly language: 'ru' | 'es' | 'en';
}

/** What is wrong with the environment, in words for the one who starts the server. */
export class ConfigError extends Error {}

const makeSecret = `node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))"`;

/** Reads and checks the environment; reports every wrong variable at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Env.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The environment does not fit:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  const mode = e.TUTORIA_MODE ?? (e.NODE_ENV === 'production' ? 'production' : 'development');
  if (mode === 'production' && !e.SESSION_SECRET)
    throw new ConfigError(
      `SESSION_SECRET is not set. Make one with:\n  ${makeSecret}\nand keep it: changing it signs everyone out.`,
    );
  if (mode === 'production' && !e.PUBLIC_URL)
    throw new ConfigError(
      'PUBLIC_URL is not set: the address at which people reach this server, such as https://tutoria.example.org',
    );
  const dataDir = resolve(e.DATA_DIR);
  const own = `http://${e.HOST.includes(':') ? `[${e.HOST}]` : e.HOST}:${e.PORT}`;
  const publicUrl = (e.PUBLIC_URL ?? own).replace(/\/$/, '');
  const config: Config = {
    mode,
    host: e.HOST,
    port: e.PORT,
    dataDir,
    database: e.DATABASE_URL
      ? { dialect: 'postgres', url: e.DATABASE_URL }
      : { dialect: 'sqlite', file: resolve(dataDir, 'tutoria.db') },
    origins:
      mode === 'production'
        ? [publicUrl]
        : [...new Set([publicUrl, own, `http://localhost:${e.PORT}`, 'http://localhost:5173'])],
    publicUrl,
    sessionSecret: e.SESSION_SECRET ?? 'only for trying it out, never in production',
    trustProxy: e.TRUST_PROXY,
    requestsPerMinute: e.REQUESTS_PER_MINUTE,
    logLevel: e.LOG_LEVEL ?? (mode === 'test' ? 'silent' : 'info'),
    language: e.SCHOOL_LANGUAGE,
  };
  return Object.freeze(config);
}

/** The demo's configuration: always SQLite, in a folder of its own. */
export function demoConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return readConfig({ ...env, TUTORIA_MODE: 'demo', DATABASE_URL: undefined, DATA_DIR: env.DATA_DIR ?? 'data/demo' });
}
