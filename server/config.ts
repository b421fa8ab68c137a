import { resolve } from 'node:path';
import type { Role } from './access/roles.ts';
import type { DatabaseConfig } from './db/connect.ts';
import { ConfigError, type Environment, type Mode, readEnvironment } from './environment.ts';
import {
  type InboundConfig,
  inboundConfigOf,
  type MailConfig,
  mailConfigOf,
  type OidcConfig,
  oidcOf,
  type PushConfig,
  pushConfigOf,
  type RoomsConfig,
  roomsConfigOf,
  type S3Config,
  s3ConfigOf,
} from './serviceConfigs.ts';

/** How sign-in is guarded. */
export interface SignInConfig {
  /** Whoever holds one of these roles needs a second factor before anything else. */
  readonly secondFactorRoles: readonly Role[];
  /** How long a password or code that was given counts as recent. */
  readonly stepUpMinutes: number;
  /** Failures of one account from one address that lock this pair. */
  readonly failures: number;
  /** Failures from one address that lock whoever never signed in from there. */
  readonly failuresPerAddress: number;
  readonly lockMinutes: number;
}

export interface Config {
  readonly mode: Mode;
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
  /** What one socket may send in a second before it is cut. */
  readonly packetsPerSecond: number;
  readonly logLevel: string;
  /** Language of a visitor of whom nothing is known. */
  readonly language: 'ru' | 'es' | 'en';
  readonly signIn: SignInConfig;
  /** Null when there is no such provider. */
  readonly oidc: OidcConfig | null;
  readonly mail: MailConfig;
  /** Null: answers to mails and reports about mails that did not arrive are not read. */
  readonly inbound: InboundConfig | null;
  readonly push: PushConfig;
  /** Null: files lie in `DATA_DIR/files`. */
  readonly s3: S3Config | null;
  /** The first is the usual one. None: lessons are held where the group's or teacher's own link leads, or nowhere in particular. */
  readonly rooms: readonly RoomsConfig[];
}

const makeSecret = `node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))"`;

/** Reads and checks the environment; reports every wrong variable at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const e = readEnvironment(env);
  const mode = e.TUTORIA_MODE ?? (e.NODE_ENV === 'production' ? 'production' : 'development');
  const missing = mode === 'production' ? missingOf(e) : [];
  if (missing.length > 0) throw new ConfigError(missing.join('\n'));
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
    packetsPerSecond: e.PACKETS_PER_SECOND,
    logLevel: e.LOG_LEVEL ?? (mode === 'test' ? 'silent' : 'info'),
    language: e.SCHOOL_LANGUAGE,
    signIn: {
      secondFactorRoles: e.SECOND_FACTOR_ROLES,
      stepUpMinutes: e.STEP_UP_MINUTES,
      failures: e.SIGN_IN_FAILURES,
      failuresPerAddress: e.SIGN_IN_FAILURES_PER_ADDRESS,
      lockMinutes: e.SIGN_IN_LOCK_MINUTES,
    },
    oidc: oidcOf(e, mode),
    mail: mailConfigOf(e, mode, dataDir),
    inbound: inboundConfigOf(e),
    push: pushConfigOf(e),
    s3: s3ConfigOf(e),
    rooms: roomsConfigOf(e),
  };
  return Object.freeze(config);
}

/** What production cannot do without, with how to come by it. */
const missingOf = (e: Environment): readonly string[] => [
  ...(e.SESSION_SECRET
    ? []
    : [`SESSION_SECRET is not set. Make one with:\n  ${makeSecret}\nand keep it: changing it signs everyone out.`]),
  ...(e.PUBLIC_URL
    ? []
    : ['PUBLIC_URL is not set: the address at which people reach this server, such as https://tutoria.example.org']),
  ...(e.PUBLIC_URL?.startsWith('http:')
    ? [
        'PUBLIC_URL must begin with https:, because browsers keep nobody signed in without TLS. To try the server out without it, set TUTORIA_MODE=development.',
      ]
    : []),
];

/** The demo's configuration: always SQLite, in a folder of its own. */
export function demoConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return readConfig({ ...env, TUTORIA_MODE: 'demo', DATABASE_URL: undefined, DATA_DIR: env.DATA_DIR ?? 'data/demo' });
}
