import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { CompromiseList } from '../schemas/compromises.ts';
import type { DraftParams } from '../schemas/drafts.ts';
import { compromisesOf } from '../store/compromises.ts';
import type { DraftRow } from '../store/drafts.ts';

/** Absences of a draft that were accepted, by whom and with what instead; those withdrawn too. */
export const listCompromises =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId }: DraftParams): Promise<CompromiseList> =>
    compromiseList(apis, scope, await draftAs(apis.school, scope, draftId));

/** As `listCompromises`, for whoever has reached the draft already. */
export async function compromiseList(
  { people, school }: Apis,
  scope: ReadScope,
  draft: DraftRow,
): Promise<CompromiseList> {
  const rows = await compromisesOf(scope.db, draft.id);
  const personIds = rows.flatMap((one) => [one.studentId, one.acceptedById, one.withdrawnById ?? one.acceptedById]);
  const cards = await people.peopleByIds(scope.db, [...new Set(personIds)]);
  const persons = new Map(cards.map(({ id, name }) => [id, { id, name }]));
  const groups = await school.groupsByIds(scope.db, [...new Set(rows.map(({ groupId }) => groupId))]);
  const courses = await school.coursesByIds(scope.db, [...new Set(rows.flatMap(({ courseId }) => courseId ?? []))]);
  return {
    revision: draft.revision,
    items: rows.map((row) => ({
      id: row.id,
      groupId: row.groupId,
      groupName: groups.find(({ id }) => id === row.groupId)?.name ?? null,
      courseId: row.courseId,
      subjectName: courses.find(({ id }) => id === row.courseId)?.subjectName ?? null,
      nth: row.nth,
      studentId: row.studentId,
      student: persons.get(row.studentId) ?? null,
      weekday: row.weekday,
      hour: row.hourIndex,
      substitute: { kind: row.substituteKind, text: row.substituteText },
      state: row.state,
      acceptedBy: persons.get(row.acceptedById)?.name ?? '',
      acceptedAt: row.acceptedAt.toISOString(),
      withdrawnBy: row.withdrawnById === null ? null : (persons.get(row.withdrawnById)?.name ?? ''),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      may: { withdraw: draft.state === 'draft' && row.state === 'accepted' },
    })),
  };
}
