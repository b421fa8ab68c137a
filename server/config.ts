import { resolve } from 'node:path';
import { z } from 'zod';
import { type Role, roles } from './access/roles.ts';
import type { DatabaseConfig } from './db/connect.ts';

const modes = ['production', 'development', 'demo', 'test'] as const;

const RoleList = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => (one.trim() ? [one.trim()] : [])))
  .pipe(z.array(z.enum(roles)));

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
  SECOND_FACTOR_ROLES: RoleList,
  STEP_UP_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  SIGN_IN_FAILURES: z.coerce.number().int().min(3).default(10),
  SIGN_IN_FAILURES_PER_ADDRESS: z.coerce.number().int().min(10).default(200),
  SIGN_IN_LOCK_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_LABEL: z.string().trim().min(1).max(60).default('OpenID Connect'),
  OIDC_LINK: z.enum(['by-hand', 'verified-email']).default('by-hand'),
  OIDC_SECOND_FACTOR: z.enum(['ask', 'trusted']).default('ask'),
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  VAPID_PUBLIC_KEY: z.string().length(87).optional(),
  VAPID_PRIVATE_KEY: z.string().length(43).optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@]+@\S+|https:\/\/\S+)$/, 'begins with mailto: or https:')
    .optional(),
  PUSH_SERVICES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin))),
  MAIL_REPLY_ADDRESS: z
    .string()
    .regex(/^[\w.-]{1,14}@[^\s<>@]+\.[^\s<>@]+$/, 'an address with at most 14 characters before the @')
    .optional(),
  MAIL_INBOUND_SECRET: z
    .string()
    .min(32, 'needs at least 32 characters')
    .regex(/^[\w-]+$/, 'letters and digits only')
    .optional(),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  JITSI_URL: z.url({ protocol: /^https?$/ }).optional(),
  JITSI_APP_ID: z.string().min(1).optional(),
  JITSI_APP_SECRET: z.string().min(16, 'needs at least 16 characters').optional(),
  BBB_URL: z.url({ protocol: /^https?$/ }).optional(),
  BBB_SECRET: z.string().min(16, 'needs at least 16 characters').optional(),
  ROOMS_USUAL: z.enum(['jitsi', 'bigbluebutton']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'an address, or: Name <address>')
    .optional(),
});

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

/** Sign-in by the school's own accounts. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button names. */
  readonly label: string;
  /** Whether an account is found by the provider's verified e-mail, or only when its owner linked it before. */
  readonly link: 'by-hand' | 'verified-email';
  /** Whether the own second factor is asked for, or the provider is trusted to have done so. */
  readonly secondFactor: 'ask' | 'trusted';
}

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

/** The school's own video server. */
export type RoomsConfig =
  | { readonly kind: 'jitsi'; readonly url: string; readonly appId: string; readonly appSecret: string }
  | { readonly kind: 'bigbluebutton'; readonly url: string; readonly secret: string };

/** How mail comes in: answers of people, and reports of mail servers. */
export interface InboundConfig {
  /** `local@domain`; what is written to `local+anything@domain` must arrive there too. */
  readonly address: string;
  /** In the address to which a mail server posts what it receives. */
  readonly secret: string | undefined;
  /** A mailbox that is looked at every minute: `imaps://user:password@host/INBOX`. */
  readonly imapUrl: string | undefined;
}

/** Signals on people's devices (web push). */
export interface PushConfig {
  /** Null: they are made once and kept in `DATA_DIR/vapid.json`. */
  readonly keys: { readonly publicKey: string; readonly privateKey: string } | null;
  /** Whom a push service writes to when something is wrong. */
  readonly subject: string;
  /** Origins of push services beside those of the usual browsers. */
  readonly services: readonly string[];
}

export interface S3Config {
  /** With the bucket, and a folder if wanted, in the path. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface MailConfig {
  readonly smtpUrl: string | undefined;
  /** Where mails are written without SMTP; undefined in production, where mail is then off. */
  readonly folder: string | undefined;
  /** `Name <address>`. */
  readonly from: string;
  /** Mail servers elsewhere must offer TLS in production. */
  readonly requireTls: boolean;
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

function oidcOf(e: z.infer<typeof Env>, mode: Config['mode']): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = e;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.');
  if (mode === 'production' && !issuer.startsWith('https:'))
    throw new ConfigError('OIDC_ISSUER must begin with https:, because passwords and codes go there.');
  return { issuer, clientId, clientSecret, label: e.OIDC_LABEL, link: e.OIDC_LINK, secondFactor: e.OIDC_SECOND_FACTOR };
}

function mailConfigOf(e: z.infer<typeof Env>, mode: Config['mode'], dataDir: string): MailConfig {
  if (e.SMTP_URL && !e.MAIL_FROM)
    throw new ConfigError(
      'MAIL_FROM is not set: the address that mails come from, such as Tutoria <tutoria@example.org>',
    );
  const production = mode === 'production';
  return {
    smtpUrl: e.SMTP_URL,
    folder: production ? undefined : resolve(dataDir, 'outbox'),
    from: e.MAIL_FROM ?? 'Tutoria <tutoria@localhost>',
    requireTls: production && e.SMTP_URL !== undefined && !isLoopback(new URL(e.SMTP_URL).hostname),
  };
}

function inboundConfigOf(e: z.infer<typeof Env>): InboundConfig | null {
  const { MAIL_REPLY_ADDRESS: address, MAIL_INBOUND_SECRET: secret, IMAP_URL: imapUrl } = e;
  if (!address && !secret && !imapUrl) return null;
  if (!address || (!secret && !imapUrl))
    throw new ConfigError(
      'MAIL_REPLY_ADDRESS needs MAIL_INBOUND_SECRET or IMAP_URL beside it, by which the mail comes in, and these need it.',
    );
  return { address, secret, imapUrl };
}

function pushConfigOf(e: z.infer<typeof Env>): PushConfig {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = e;
  if (Boolean(publicKey) !== Boolean(privateKey))
    throw new ConfigError('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: set both or none.');
  const sender = /[^\s<>@]+@[^\s<>@]+/.exec(e.MAIL_FROM ?? '')?.[0] ?? 'tutoria@localhost';
  return {
    keys: publicKey && privateKey ? { publicKey, privateKey } : null,
    subject: e.VAPID_SUBJECT ?? `mailto:${sender}`,
    services: e.PUSH_SERVICES,
  };
}

function s3ConfigOf(e: z.infer<typeof Env>): S3Config | null {
  const { S3_URL: url, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = e;
  if (!url && !accessKeyId && !secretAccessKey) return null;
  if (!url || !accessKeyId || !secretAccessKey)
    throw new ConfigError('S3_URL, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all three or none.');
  return { url, region: e.S3_REGION, accessKeyId, secretAccessKey };
}

/** With two of them `ROOMS_USUAL` says which one is meant where nobody chose. */
function roomsConfigOf(e: z.infer<typeof Env>): readonly RoomsConfig[] {
  const { JITSI_URL, JITSI_APP_ID, JITSI_APP_SECRET, BBB_URL, BBB_SECRET } = e;
  const given = { jitsi: [JITSI_URL, JITSI_APP_ID, JITSI_APP_SECRET], bbb: [BBB_URL, BBB_SECRET] };
  if (given.jitsi.some(Boolean) && !given.jitsi.every(Boolean))
    throw new ConfigError('JITSI_URL, JITSI_APP_ID and JITSI_APP_SECRET belong together: set all three or none.');
  if (given.bbb.some(Boolean) && !given.bbb.every(Boolean))
    throw new ConfigError('BBB_URL and BBB_SECRET belong together: set both or none.');
  const found: RoomsConfig[] = [
    ...(JITSI_URL && JITSI_APP_ID && JITSI_APP_SECRET
      ? [{ kind: 'jitsi' as const, url: JITSI_URL, appId: JITSI_APP_ID, appSecret: JITSI_APP_SECRET }]
      : []),
    ...(BBB_URL && BBB_SECRET ? [{ kind: 'bigbluebutton' as const, url: BBB_URL, secret: BBB_SECRET }] : []),
  ];
  return e.ROOMS_USUAL === 'bigbluebutton' ? found.toReversed() : found;
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host);

/** The demo's configuration: always SQLite, in a folder of its own. */
export function demoConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return readConfig({ ...env, TUTORIA_MODE: 'demo', DATABASE_URL: undefined, DATA_DIR: env.DATA_DIR ?? 'data/demo' });
}
