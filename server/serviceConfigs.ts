import { resolve } from 'node:path';
import { ConfigError, type Environment, type Mode } from './environment.ts';

/* The services that an installation may use beside its database, each from its own variables. */

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

export function oidcOf(e: Environment, mode: Mode): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = e;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.');
  if (mode === 'production' && !issuer.startsWith('https:'))
    throw new ConfigError('OIDC_ISSUER must begin with https:, because passwords and codes go there.');
  return { issuer, clientId, clientSecret, label: e.OIDC_LABEL, link: e.OIDC_LINK, secondFactor: e.OIDC_SECOND_FACTOR };
}

export function mailConfigOf(e: Environment, mode: Mode, dataDir: string): MailConfig {
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

export function inboundConfigOf(e: Environment): InboundConfig | null {
  const { MAIL_REPLY_ADDRESS: address, MAIL_INBOUND_SECRET: secret, IMAP_URL: imapUrl } = e;
  if (!address && !secret && !imapUrl) return null;
  if (!address || (!secret && !imapUrl))
    throw new ConfigError(
      'MAIL_REPLY_ADDRESS needs MAIL_INBOUND_SECRET or IMAP_URL beside it, by which the mail comes in, and these need it.',
    );
  return { address, secret, imapUrl };
}

export function pushConfigOf(e: Environment): PushConfig {
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

export function s3ConfigOf(e: Environment): S3Config | null {
  const { S3_URL: url, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = e;
  if (!url && !accessKeyId && !secretAccessKey) return null;
  if (!url || !accessKeyId || !secretAccessKey)
    throw new ConfigError('S3_URL, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all three or none.');
  return { url, region: e.S3_REGION, accessKeyId, secretAccessKey };
}

/** With two of them `ROOMS_USUAL` says which one is meant where nobody chose. */
export function roomsConfigOf(e: Environment): readonly RoomsConfig[] {
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
