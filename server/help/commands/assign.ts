import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { helpRequestAs } from '../access/sight.ts';
import { mayNext } from '../domain/request.ts';
import type { HelpParts } from '../parts.ts';
import { ownerDoesNotFit, requestClosed, requestUnknown } from '../problems.ts';
import { ownersFor } from '../queries/owners.ts';
import type { HelpAssigned, HelpAssignment } from '../schemas.ts';
import { insertEntry } from '../store/entries.ts';
import { lockRequest, type RequestRow, updateRequest } from '../store/requests.ts';

/** Gives a request to somebody else, who is told, as is the asker; `ifMatch` is the revision that was seen. */
export async function assignRequest(
  scope: WriteScope,
  parts: HelpParts,
  id: string,
  { ownerId, dueOn }: HelpAssignment,
  ifMatch: number,
): Promise<HelpAssigned> {
  const { part } = await helpRequestAs(scope, parts.school, id);
  const request = await lockRequest(scope.db, id);
  if (!request || (!part.isOwner && !part.isManager)) throw new Problem(requestUnknown, { id });
  if (request.revision !== ifMatch) throw new Problem(changedMeanwhile, { revision: request.revision });
  if (!mayNext(request.state, part).assign) throw new Problem(requestClosed);
  const owner = (await ownersFor(scope, parts, request)).find((one) => one.id === ownerId);
  if (!owner) throw new Problem(ownerDoesNotFit);
  const change = { ownerId, dueOn: dueOn ?? request.dueOn };
  await giveTo(scope, parts, request, change);
  return { owner, dueOn: change.dueOn, revision: request.revision + 1 };
}

/** Makes somebody the owner of a locked request from now on; that person and the asker are told. */
export async function giveTo(
  scope: WriteScope,
  parts: Pick<HelpParts, 'notify'>,
  { id, aboutId, askedById }: RequestRow,
  change: { readonly ownerId: string; readonly dueOn: string },
): Promise<void> {
  await updateRequest(scope.db, id, change);
  const entryId = scope.newId();
  const author = { authorId: scope.actor.personId || null, ownerId: change.ownerId, text: null, writtenAt: scope.now };
  await insertEntry(scope.db, { id: entryId, requestId: id, kind: 'assigned', ...author });
  await tellOf(scope, parts, { id, ownerId: change.ownerId, aboutId, askedById, entryId });
}

interface Told {
  readonly id: string;
  readonly entryId: string;
  readonly ownerId: string;
  readonly askedById: string;
  readonly aboutId: string | null;
}

async function tellOf(scope: WriteScope, { notify }: Pick<HelpParts, 'notify'>, told: Told): Promise<void> {
  const common = {
    ...(told.aboutId ? { aboutPersonId: told.aboutId } : {}),
    params: {},
    link: `/help/${told.id}`,
    dedupeKey: `help.entry:${told.entryId}`,
  } as const;
  const others = (ids: readonly string[]) => ids.filter((one) => one !== scope.actor.personId);
  await notify.tell(scope, { ...common, personIds: others([told.ownerId]), kind: 'help.assigned-to-you' });
  await notify.tell(scope, { ...common, personIds: others([told.askedById]), kind: 'help.assigned' });
}
