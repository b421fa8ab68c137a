import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { changedExcuses, excusesOf } from '../domain/publish/excuse.ts';
import { compromisesOf } from '../store/compromises.ts';
import {
  endExcuses,
  excusesOfLessons,
  insertExcuses,
  isAnybodyExcused,
  openLessonsOfGroups,
} from '../store/excuses.ts';
import { placesOfPattern } from '../store/pattern.ts';
import { groupIdsOfPublication, type Publication } from '../store/publications.ts';

/** Brings absences that were accepted in a draft to its published lessons; those of earlier publications end. */
export async function excuseStudents(
  apis: Pick<Apis, 'school'>,
  scope: WriteScope,
  { id, draftId, effectiveOn }: Publication,
): Promise<void> {
  const { db, now } = scope;
  const absences = (await compromisesOf(db, draftId)).filter(({ state }) => state === 'accepted');
  const groupIds = await groupIdsOfPublication(db, id);
  // Mostly nobody is excused: a term's lessons need not be looked through while others wait to write.
  if (absences.length === 0 && !(await isAnybodyExcused(db, groupIds))) return;
  const lessons = await openLessonsOfGroups(db, groupIds, effectiveOn, now);
  const before = await excusesOfLessons(
    db,
    lessons.map((lesson) => lesson.id),
  );
  if (absences.length === 0 && before.length === 0) return;
  const courseIds = [...new Set(lessons.map(({ courseId }) => courseId))];
  const days = { fromOn: effectiveOn, untilOn: '9999-12-31' };
  const stays = await apis.school.studentsOfCourses(db, courseIds, days);
  const learners = new Set(stays.map(({ courseId, personId }) => `${courseId} ${personId}`));
  const after = excusesOf(absences, await placesOfPattern(db, id), lessons, (courseId, studentId) =>
    learners.has(`${courseId} ${studentId}`),
  );
  const { begin, end } = changedExcuses(before, after);
  await endExcuses(
    db,
    end.map((excuse) => excuse.id),
    id,
  );
  await insertExcuses(
    db,
    begin.map((excuse) => ({ ...excuse, id: scope.newId(), publicationId: id, endedPublicationId: null })),
  );
}
