import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { absenceAccepted } from '../composingEvents.ts';
import { type AbsenceDecision, decideAbsences } from '../domain/compose/decideAbsences.ts';
import { draftTopic } from '../draftTopic.ts';
import { absencesNeedless, compromiseIncomplete, placeUnknown, teacherCannot } from '../problems.ts';
import { composedOf } from '../queries/composedOf.ts';
import { draftFacts } from '../queries/draftFacts.ts';
import { lessonIn } from '../queries/lessonPlaces.ts';
import { compromiseList } from '../queries/listCompromises.ts';
import type { AcceptedCompromise, CompromiseList } from '../schemas/compromises.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import { insertCompromises } from '../store/compromises.ts';
import { changeDraftRow } from '../store/drafts.ts';

/** Stores, under the actor's name, that students are absent from a lesson, each with a substitute. The place is then open to it. */
export const acceptCompromise =
  (apis: Apis) =>
  async (
    scope: WriteScope,
    { draftId, ...key }: LessonParams,
    { weekday, hour, absences, for: meant }: AcceptedCompromise,
    seen: number,
  ): Promise<CompromiseList> => {
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const { facts } = await draftFacts(apis, scope, draft);
    const lesson = lessonIn(composedOf(facts), key);
    refuse(
      decideAbsences(
        lesson,
        { weekday, hour },
        absences.map(({ studentId }) => studentId),
      ),
    );
    const rows = absences.map(({ studentId, substitute }) => ({
      id: scope.newId(),
      draftId,
      groupId: lesson.group.id,
      courseId: meant === 'lesson' ? key.courseId : null,
      nth: meant === 'lesson' ? key.nth : null,
      studentId,
      weekday,
      hourIndex: hour,
      state: 'accepted' as const,
      acceptedById: scope.actor.personId,
      acceptedAt: scope.now,
      substituteKind: substitute.kind,
      substituteText: substitute.text,
      withdrawnById: null,
      withdrawnAt: null,
    }));
    await insertCompromises(scope.db, rows);
    const revision = await changeDraftRow(scope.db, draft);
    for (const { studentId, groupId } of rows) scope.emit(absenceAccepted, { draftId, groupId, studentId });
    scope.touch(draftTopic(apis.school), draftId);
    return compromiseList(apis, scope, { ...draft, revision });
  };

function refuse(decision: AbsenceDecision): void {
  if (decision.kind === 'no-such-place') throw new Problem(placeUnknown);
  if (decision.kind === 'teacher-cannot') throw new Problem(teacherCannot);
  if (decision.kind === 'everybody-can') throw new Problem(absencesNeedless);
  if (decision.kind === 'incomplete')
    throw new Problem(compromiseIncomplete, { missing: decision.missing, needless: decision.needless });
}
