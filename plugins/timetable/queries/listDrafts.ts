import type { ReadScope } from '../../../server/host/scope.ts';
import { draftsOf } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { DraftList, DraftListQuery } from '../schemas/drafts.ts';
import { draftSummaries } from './draftSummaries.ts';

/** The drafts of which the actor composes every group, newest first; those thrown away only when asked for. */
export const listDrafts =
  (apis: Apis) =>
  async (scope: ReadScope, { termId, state }: DraftListQuery): Promise<DraftList> => {
    const query = draftsOf(apis.school, scope);
    if (termId) query.where('draft.termId', termId);
    const drafts = await (state ? query.where('draft.state', state) : query.whereNot('draft.state', 'discarded'));
    return { items: [...(await draftSummaries(apis, scope, drafts))] };
  };
