import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { DraftSummary } from '../schemas/drafts.ts';
import { lessonCounts } from '../store/draftCounts.ts';
import { type DraftRow, groupIdsOfDrafts } from '../store/drafts.ts';

/** Drafts as a list shows them. */
export async function draftSummaries(
  { people, school }: Apis,
  { db }: ReadScope,
  drafts: readonly DraftRow[],
): Promise<readonly DraftSummary[]> {
  const ids = drafts.map(({ id }) => id);
  const parts = await groupIdsOfDrafts(db, ids);
  const groups = await school.groupsByIds(db, [...new Set(parts.map(({ groupId }) => groupId))]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const makers = await people.peopleByIds(db, [...new Set(drafts.map(({ createdById }) => createdById))]);
  const counts = await lessonCounts(db, ids);
  return drafts.map((draft) => ({
    id: draft.id,
    termId: draft.termId,
    name: draft.name,
    state: draft.state,
    revision: draft.revision,
    groups: parts
      .filter(({ draftId }) => draftId === draft.id)
      .map(({ groupId }) => ({ id: groupId, name: names.get(groupId) ?? '' }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    lessons: counts.get(draft.id) ?? { placed: 0, total: 0 },
    createdBy: { id: draft.createdById, name: makers.find(({ id }) => id === draft.createdById)?.name ?? '' },
    createdAt: draft.createdAt.toISOString(),
    basePublicationId: draft.basePublicationId,
  }));
}
