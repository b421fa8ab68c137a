import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import type { SchoolAccess } from '../../../server/school/api.ts';
import { composeTimetable } from '../permissions.ts';
import { draftEnded, draftUnknown } from '../problems.ts';
import { type DraftRow, draftsWithin, lockDraft } from '../store/drafts.ts';

type School = Pick<SchoolAccess, 'groupIdsWithin'>;

/** The drafts that the actor may compose: those of which every group is within reach. */
export const draftsOf = (school: School, scope: ReadScope) =>
  draftsWithin(scope.db, school.groupIdsWithin(scope, scopesOf(scope.actor, composeTimetable)));

/** The draft, if the actor composes all of its groups. Nobody else learns that it exists. */
export async function draftAs(school: School, scope: ReadScope, id: string): Promise<DraftRow> {
  const [draft] = await draftsOf(school, scope).where('draft.id', id);
  if (!draft) throw new Problem(draftUnknown);
  return draft;
}

/**
 * The draft, kept from others until the commit. Refuses when it has changed since the revision that the actor saw,
 * and when it is no longer a draft.
 */
export async function draftToChange(
  school: School,
  scope: WriteScope,
  id: string,
  seenRevision: number,
): Promise<DraftRow> {
  await draftAs(school, scope, id);
  const draft = await lockDraft(scope.db, id);
  if (!draft) throw new Problem(draftUnknown);
  if (draft.state !== 'draft') throw new Problem(draftEnded, { state: draft.state });
  if (draft.revision !== seenRevision) throw new Problem(changedMeanwhile, { revision: draft.revision });
  return draft;
}
