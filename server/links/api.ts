import type { Knex } from 'knex';
import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import type { LinkKind } from './kind.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { defineLink, type LinkKind, type LinkValues, type OpenChoice, partsOfChoice } from './kind.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

export interface NewLink {
  readonly personId: string;
  /** What it is about: an id that the kind understands. */
  readonly subject: string;
  readonly expiresAt: Date;
}

export interface LinksApi {
  /** Makes a link for one person and one thing. Returns its id, which may stand in jobs and outboxes; the address is made of it later. */
  make(scope: WriteScope, kind: LinkKind, link: NewLink): Promise<string>;
  /** Ends all links of a kind to a thing that nobody has used. */
  revoke(scope: WriteScope, kind: LinkKind, subject: string): Promise<void>;
  /** The path of a link within the client, for a mail that is being written; undefined when it leads nowhere any more. */
  pathOf(db: Knex, id: string, now: Date): Promise<`/link/${string}` | undefined>;
}

export const linksApi = apiRef<LinksApi>('links');
