import type { Knex } from 'knex';
import type { Language } from '../host/language.ts';
import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import type { MailKind } from './kind.ts';
import type { Fate } from './store/messages.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { mailRefused } from './events.ts';
export {
  defineLateMail,
  defineMail,
  type MailExtras,
  type MailItem,
  type MailKind,
  type MailValues,
  type Recipient,
} from './kind.ts';
export { mailIsOff } from './problems.ts';
export type { MailReply, MailReplyOwner } from './replyOwner.ts';
export type { Fate } from './store/messages.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** To a person, whose address, language and zone are looked up when it is sent; or to an address that is not on file. */
export type MailTo = { readonly personId: string } | { readonly address: string; readonly language: Language };

export interface NewMail<D> {
  readonly to: MailTo;
  readonly data: D;
  /** The same key is sent once, however often it is asked for. */
  readonly dedupeKey?: string;
}

export interface MailApi {
  /** False when a production server has no SMTP_URL: then `send` refuses with `mail/off`. */
  readonly isOn: boolean;
  /** Stores mails with the transaction; they leave after the commit and are tried again for two days. Returns their ids. */
  send<D>(scope: WriteScope, kind: MailKind<D>, mails: readonly NewMail<D>[]): Promise<readonly string[]>;
  /** What became of a mail; undefined when that is forgotten. */
  fateOf(db: Knex, mailId: string): Promise<Fate | undefined>;
}

export const mailApi = apiRef<MailApi>('mail');
