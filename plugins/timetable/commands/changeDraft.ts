import type { WriteScope } from '../../../server/host/scope.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { draftTopic } from '../draftTopic.ts';
import { draftView } from '../queries/showDraft.ts';
import type { Draft, DraftChange, DraftParams } from '../schemas/drafts.ts';
import { changeDraftRow } from '../store/drafts.ts';
import { given } from './given.ts';

/** Renames a draft, or changes its seed or rules; lessons stay where they are. */
export const changeDraft =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId }: DraftParams, change: DraftChange, revision: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const { rules, ...rest } = change;
    const changed = {
      ...given(rest),
      ...(rules ? { rulesJson: { ...draft.rulesJson, ...given(rules) } } : {}),
    };
    const next = await changeDraftRow(scope.db, draft, changed);
    scope.touch(draftTopic(apis.school), draftId);
    return draftView(apis, scope, { ...draft, ...changed, revision: next });
  };

/** Throws a draft away. It can still be read; nothing else. */
export const discardDraft =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId }: DraftParams, revision: number): Promise<Draft> => {
    const draft = await draftToChange(apis.school, scope, draftId, revision);
    const next = await changeDraftRow(scope.db, draft, { state: 'discarded', solvingJobId: null });
    scope.touch(draftTopic(apis.school), draftId);
    return draftView(apis, scope, { ...draft, state: 'discarded', revision: next, solvingJobId: null });
  };
