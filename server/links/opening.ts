import type { Actor } from '../access/actor.ts';
import { actorOfPerson, type GrantSource, isLockedOut } from '../access/loadActor.ts';
import type { ReadScope } from '../host/scope.ts';
import { Problem } from '../http/problem.ts';
import type { LinkKeys } from './keys.ts';
import type { LinkKind } from './kind.ts';
import { linkOver, linkUnknown, linkUsed } from './problems.ts';
import { type LinkRow, linkByHash, lockLinkByHash } from './store/links.ts';

export interface LinkParts {
  readonly keys: LinkKeys;
  kinds(): readonly LinkKind[];
  grantSources(): readonly GrantSource[];
}

export interface OpenLink {
  readonly row: LinkRow;
  readonly kind: LinkKind;
}

/** The link of this token, if it can still be used. */
export const openLink = async (parts: LinkParts, scope: ReadScope, token: string): Promise<OpenLink> =>
  usable(parts, scope.now, token, await linkByHash(scope.db, parts.keys.hashOf(token)));

/** The same, kept from others until the commit. */
export const openLinkToUse = async (parts: LinkParts, scope: ReadScope, token: string): Promise<OpenLink> =>
  usable(parts, scope.now, token, await lockLinkByHash(scope.db, parts.keys.hashOf(token)));

function usable({ keys, kinds }: LinkParts, now: Date, token: string, row: LinkRow | undefined): OpenLink {
  const kind = row && kinds().find(({ id }) => id === row.kind);
  if (!kind || !keys.fits(token, row)) throw new Problem(linkUnknown);
  if (row.usedAt !== null) throw new Problem(linkUsed, { choice: row.choice });
  if (row.revokedAt !== null || row.expiresAt <= now) throw new Problem(linkOver);
  return { row, kind };
}

/** Whoever opens a link acts as the person to whom it was sent; of somebody who left or is locked out it is over. */
export async function actorOfLink(parts: LinkParts, scope: ReadScope, token: string): Promise<Actor> {
  const { row } = await openLink(parts, scope, token);
  const { db, now } = scope;
  const whose = { db, personId: row.personId, sessionId: '', now };
  const actor = (await isLockedOut(db, row.personId)) ? undefined : await actorOfPerson(whose, parts.grantSources());
  if (!actor) throw new Problem(linkOver);
  return actor;
}
