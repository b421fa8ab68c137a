import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { Thing } from '../api.ts';
import { fileNotYours, fileUnknown } from '../problems.ts';
import { deleteLinks, filesByIds, insertLinks, linksOf } from '../store/files.ts';

/** Gives the actor's own uploads to a thing; a file that something else has stays with that. */
export async function attach(scope: WriteScope, { owner, key }: Thing, fileIds: readonly string[]): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return;
  const files = await filesByIds(scope.db, ids);
  const mine = files.filter(({ uploadedById }) => uploadedById === scope.actor.personId);
  if (mine.length < ids.length) throw new Problem(fileUnknown);
  const elsewhere = (await linksOf(scope.db, ids)).some((link) => link.owner !== owner || link.ownerKey !== key);
  if (elsewhere) throw new Problem(fileNotYours);
  await insertLinks(
    scope.db,
    ids.map((fileId) => ({ fileId, owner, ownerKey: key, linkedAt: scope.now })),
  );
}

export async function detach(scope: WriteScope, { owner, key }: Thing): Promise<void> {
  await deleteLinks(scope.db, owner, key);
}
