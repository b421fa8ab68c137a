import type { Knex } from 'knex';
import type { Permission } from '../access/permission.ts';
import type { Grant } from '../access/roles.ts';
import type { DocumentKind } from '../documents/kind.ts';
import type { DomainEvent, EventKind } from '../events/event.ts';
import type { FileOwner } from '../files/owner.ts';
import type { ProblemKind } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import type { JobKind, Schedule } from '../jobs/job.ts';
import type { LinkKind } from '../links/kind.ts';
import type { MailKind } from '../mail/kind.ts';
import type { MailReplyOwner } from '../mail/replyOwner.ts';
import type { NoticeAreas, ToldNotice } from '../notify/kinds.ts';
import type { ProgressSection } from '../progress/section.ts';
import type { Topic } from '../realtime/topic.ts';
import type { DemoContext } from './demo.ts';
import type { TablePrivacy } from './privacy.ts';
import type { Dialect, ReadScope, WriteScope } from './scope.ts';

declare const brand: unique symbol;

/** A typed name for what one plugin offers to the others. */
export interface ApiRef<Api> {
  readonly plugin: string;
  readonly [brand]?: Api;
}

export const apiRef = <Api>(plugin: string): ApiRef<Api> => ({ plugin });

/** What a plugin does after something happened elsewhere. Runs in its own transaction, as the system. */
export interface Reaction<P> {
  /** `<plugin>.<verb>`, unique. */
  readonly id: string;
  readonly to: EventKind<P>;
  run(scope: WriteScope, event: DomainEvent<P>): Promise<void>;
}

export const defineReaction = <P>(reaction: Reaction<P>): Reaction<P> => reaction;

/** One step of a plugin's own history of tables. Names sort in the order in which they run. */
export interface Migration {
  readonly name: string;
  up(db: Knex, dialect: Dialect): Promise<void>;
  down(db: Knex, dialect: Dialect): Promise<void>;
}

/** What `start` may ask for. */
export interface Host {
  /** The api of a plugin named in `requires`. */
  api<Api>(ref: ApiRef<Api>): Api;
  /** The api of a plugin named in `uses`, when it is installed. */
  apiIfPresent<Api>(ref: ApiRef<Api>): Api | undefined;
}

/** Ids of what is about to be taken away, if nothing refers to it. */
export interface Going {
  readonly studentIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly subgroupIds: readonly string[];
  readonly courseIds: readonly string[];
}

/** The running parts of a plugin. */
export interface Parts<Api> {
  readonly api: Api;
  readonly routes?: readonly Route[];
  readonly reactions?: readonly Reaction<unknown>[];
  readonly topics?: readonly Topic[];
  readonly jobs?: readonly JobKind<unknown>[];
  readonly schedules?: readonly Schedule[];
  /** The kinds of mail that it sends. */
  readonly mails?: readonly MailKind<unknown>[];
  /** What people may decide from a mail without signing in. */
  readonly links?: readonly LinkKind[];
  /** What of it can be answered by mail. */
  readonly mailReplies?: readonly MailReplyOwner[];
  /** What of it may have files. */
  readonly fileOwners?: readonly FileOwner[];
  /** The kinds of document that it prints. */
  readonly documents?: readonly DocumentKind<unknown>[];
  /** What it tells parents of a student's week, for the progress note. */
  readonly progressSections?: readonly ProgressSection[];
  /** Roles that follow from this plugin's facts: tutor of a group, guardian of a child. By person; whoever has none may be left out. */
  grantsOf?(db: Knex, personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, readonly Grant[]>>;
  /** Asked again when a notice of its own leaves by mail or signal; the scope is the receiver's. Without it only the child's reach decides. */
  mayStillHear?(scope: ReadScope, notice: ToldNotice): Promise<boolean>;
  /**
   * Deletes what the plugin made by itself for these and nobody has used yet: they are about to go with the import that brought
   * them, unless something refers to them.
   */
  forgetUnused?(db: Knex, going: Going): Promise<unknown>;
  /** Makes the plugin's part of the demo school. */
  makeDemo?(demo: DemoContext): Promise<void>;
}

/** A plugin: data about itself, and one function that starts it. */
export interface Plugin<Api> {
  readonly ref: ApiRef<Api>;
  /** The plugin's folder: `new URL('./', import.meta.url)`. Its locales are read from there. */
  readonly home: URL;
  readonly requires?: readonly ApiRef<unknown>[];
  readonly uses?: readonly ApiRef<unknown>[];
  /** In which area people choose how they hear of its notices; those about their account unless told. */
  readonly notices?: NoticeAreas;
  /** The rights that it declares; the session tells the client which of them the person has. */
  readonly permissions?: readonly Permission[];
  readonly publishes?: readonly EventKind<unknown>[];
  readonly problems?: readonly ProblemKind[];
  readonly migrations?: readonly Migration[];
  /** What each of its tables holds about people; all of them, in the order in which they are made. */
  readonly privacy?: readonly TablePrivacy[];
  start(host: Host): Parts<Api>;
}

export const definePlugin = <Api>(plugin: Plugin<Api>): Plugin<Api> => plugin;
