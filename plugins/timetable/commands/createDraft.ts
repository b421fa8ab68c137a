import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { usualRules } from '../domain/compose/draftRules.ts';
import { composeTimetable } from '../permissions.ts';
import { groupsRepeated, termUnknown } from '../problems.ts';
import { draftView } from '../queries/showDraft.ts';
import type { Draft, NewDraft } from '../schemas/drafts.ts';
import { absencesCopied } from '../store/absences.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { type DraftRow, insertDraft } from '../store/drafts.ts';
import { currentPattern, type PublishedPatternLesson } from '../store/pattern.ts';
import { publicationById } from '../store/publications.ts';
import { roomPool } from '../store/roomPool.ts';
import { given } from './given.ts';

/** Makes a draft of groups that the actor composes, from the timetable that holds now or from nothing. */
export const createDraft =
  (apis: Apis) =>
  async (scope: WriteScope, input: NewDraft): Promise<Draft> => {
    const { db } = scope;
    const groupIds = [...new Set(input.groupIds)].sort();
    if (groupIds.length < input.groupIds.length) throw new Problem(groupsRepeated);
    for (const groupId of groupIds) await apis.school.groupAs(scope, composeTimetable, groupId);
    if (!(await apis.school.termById(db, input.termId))) throw new Problem(termUnknown);
    const pattern = input.from === 'published' ? await currentPattern(db, input.termId, groupIds) : [];
    const rooms = await roomPool(db);
    const draft: DraftRow = {
      id: scope.newId(),
      termId: input.termId,
      name: input.name,
      state: 'draft',
      revision: 1,
      seed: input.seed,
      rulesJson: { ...usualRules, meetingRooms: rooms?.capacity ?? null, ...given(input.rules) },
      basePublicationId: await newestPublication(scope, pattern),
      solvingJobId: null,
      createdById: scope.actor.personId,
      createdAt: scope.now,
    };
    await insertDraft(db, draft, groupIds);
    await placeLessons(
      db,
      draft.id,
      pattern.map(({ courseId, nth, groupId, weekday, hourIndex }) => ({
        courseId,
        nth,
        groupId,
        at: { weekday, hour: hourIndex },
        isLocked: false,
      })),
    );
    await keepAbsences(scope, draft.id, groupIds, pattern);
    return draftView(apis, scope, draft);
  };

async function newestPublication(
  { db }: WriteScope,
  pattern: readonly PublishedPatternLesson[],
): Promise<string | null> {
  let newest: { readonly id: string; readonly number: number } | undefined;
  for (const id of new Set(pattern.map(({ publicationId }) => publicationId))) {
    const found = await publicationById(db, id);
    if (found && found.number > (newest?.number ?? 0)) newest = found;
  }
  return newest?.id ?? null;
}

/** What families agreed to for the timetable that holds goes on holding in the draft that begins from it. */
async function keepAbsences(
  scope: WriteScope,
  draftId: string,
  groupIds: readonly string[],
  pattern: readonly PublishedPatternLesson[],
): Promise<void> {
  for (const publicationId of new Set(pattern.map((one) => one.publicationId))) {
    const publication = await publicationById(scope.db, publicationId);
    const own = groupIds.filter((id) =>
      pattern.some((one) => one.groupId === id && one.publicationId === publicationId),
    );
    if (publication) await absencesCopied(scope, publication.draftId, draftId, own);
  }
}
