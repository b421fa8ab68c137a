import { z } from 'zod';
import { roles } from './access/roles.ts';

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
  PACKETS_PER_SECOND: z.coerce.number().int().min(10).default(60),
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

export type Mode = (typeof modes)[number];

/** The variables of the environment, checked one by one. */
export type Environment = z.infer<typeof Env>;

/** What is wrong with the environment, in words for the one who starts the server. */
export class ConfigError extends Error {}

/** Reads the variables; reports every wrong one at once. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const parsed = Env.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The environment does not fit:\n${lines.join('\n')}`);
}
