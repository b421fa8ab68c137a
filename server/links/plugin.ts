import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { linksApi } from './api.ts';
import { linkKeys } from './keys.ts';
import { linkTable } from './migrations/001_links.ts';
import { privacyOfLinks } from './privacy.ts';
import { linkProblems } from './problems.ts';
import { linkRoutes } from './routes/links.ts';
import { insertLink, linkById, revokeLinks } from './store/links.ts';

export interface LinksParts {
  readonly config: Pick<Config, 'sessionSecret'>;
  installation(): Installation;
}

/** Links in mails by which people decide without signing in: signed, for one person and one thing, once, for a time. */
export const createLinksModule = ({ config, installation }: LinksParts) => {
  const keys = linkKeys(config.sessionSecret);
  return definePlugin({
    ref: linksApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    problems: linkProblems,
    migrations: [linkTable],
    privacy: privacyOfLinks,
    start: () => ({
      api: {
        make: async (scope, kind, link) => {
          const row = { ...link, id: scope.newId(), kind: kind.id };
          await insertLink(scope.db, { ...row, tokenHash: keys.hashOf(keys.tokenOf(row)), madeAt: scope.now });
          return row.id;
        },
        revoke: async (scope, kind, subject) => {
          await revokeLinks(scope.db, kind.id, subject, scope.now);
        },
        pathOf: async (db, id, now) => {
          const row = await linkById(db, id);
          const isOpen = row && row.usedAt === null && row.revokedAt === null && row.expiresAt > now;
          return isOpen ? `/link/${keys.tokenOf(row)}` : undefined;
        },
      },
      routes: linkRoutes({
        keys,
        kinds: () => installation().links,
        grantSources: () => installation().grantSources,
        texts: () => installation().texts,
      }),
    }),
  });
};
