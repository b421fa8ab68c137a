import type { Knex } from 'knex';
import type { GrantSource } from '../access/loadActor.ts';
import type { Permission } from '../access/permission.ts';
import { indexReactions, type ReactionIndex } from '../events/reactionIndex.ts';
import type { FileOwner } from '../files/owner.ts';
import type { OwnedRoute } from '../http/openapi.ts';
import type { LinkKind } from '../links/kind.ts';
import type { MailKind } from '../mail/kind.ts';
import type { MailReplyOwner } from '../mail/replyOwner.ts';
import type { ProgressSection } from '../progress/section.ts';
import type { Loaded } from './load.ts';
import type { ApiRef, Going, Plugin } from './plugin.ts';
import type { TablePrivacy } from './privacy.ts';
import { loadTexts, type Texts } from './texts.ts';

/** What the started plugins amount to, gathered from their parts. */
export interface Installation {
  readonly loaded: readonly Loaded[];
  readonly plugins: readonly Plugin<unknown>[];
  readonly routes: readonly OwnedRoute[];
  readonly permissions: readonly Permission[];
  readonly reactions: ReactionIndex;
  readonly texts: Texts;
  readonly mails: readonly MailKind<unknown>[];
  readonly mailReplies: readonly MailReplyOwner[];
  readonly links: readonly LinkKind[];
  /** What every table holds about people; a table comes after those that it refers to. */
  readonly tables: readonly TablePrivacy[];
  readonly fileOwners: readonly FileOwner[];
  readonly progressSections: readonly ProgressSection[];
  /** How each plugin answers which roles follow from its facts. */
  readonly grantSources: readonly GrantSource[];
  /** Has each plugin delete what it made by itself for these, as far as nobody has used it. */
  forgetUnused(db: Knex, going: Going): Promise<void>;
  /** The api of an installed plugin. */
  api<Api>(ref: ApiRef<Api>): Api;
}

export function gatherInstallation(loaded: readonly Loaded[]): Installation {
  const plugins = loaded.map(({ plugin }) => plugin);
  const routes = loaded.flatMap(({ plugin, parts }) =>
    (parts.routes ?? []).map((route) => ({ plugin: plugin.ref.plugin, route })),
  );
  return {
    loaded,
    plugins,
    routes,
    permissions: permissionsOf(routes, plugins),
    reactions: indexReactions(loaded.flatMap(({ parts }) => parts.reactions ?? [])),
    texts: loadTexts(plugins.map(({ ref, home }) => ({ id: ref.plugin, home }))),
    progressSections: loaded.flatMap(({ parts }) => parts.progressSections ?? []),
    fileOwners: loaded.flatMap(({ parts }) => parts.fileOwners ?? []),
    mails: loaded.flatMap(({ parts }) => parts.mails ?? []),
    mailReplies: loaded.flatMap(({ parts }) => parts.mailReplies ?? []),
    links: loaded.flatMap(({ parts }) => parts.links ?? []),
    tables: plugins.flatMap(({ privacy }) => privacy ?? []),
    grantSources: loaded.flatMap(({ parts }) => (parts.grantsOf ? [parts.grantsOf.bind(parts)] : [])),
    forgetUnused: async (db, going) => {
      for (const { parts } of loaded) await parts.forgetUnused?.(db, going);
    },
    api: (ref) => apiOf(loaded, ref),
  };
}

function permissionsOf(routes: readonly OwnedRoute[], plugins: readonly Plugin<unknown>[]): readonly Permission[] {
  const declared = plugins.flatMap(({ permissions }) => permissions ?? []);
  const used = routes.map(({ route }) => route.permission).filter(({ roles }) => roles.length > 0);
  return [...new Set([...declared, ...used])];
}

/** A reference by name becomes a typed api here, as in `load.ts`: `start` of the named plugin made it. */
function apiOf<Api>(loaded: readonly Loaded[], ref: ApiRef<Api>): Api {
  const found = loaded.find(({ plugin }) => plugin.ref.plugin === ref.plugin);
  if (!found) throw new Error(`Plugin ${ref.plugin} is not installed`);
  return found.parts.api as Api;
}
