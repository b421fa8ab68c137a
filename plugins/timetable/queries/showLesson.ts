import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonAs } from '../access/lessonAs.ts';
import type { Apis } from '../apis.ts';
import type { LessonDetail } from '../schemas/lessons.ts';
import { historyOf } from '../store/lessonChanges.ts';
import { lessonAttendance } from './lessonAttendance.ts';
import { lessonViews } from './lessonViews.ts';
import { namesOf } from './names.ts';
import { studentOfLesson } from './studentOfLesson.ts';

/** A lesson with its history. */
export async function showLesson(apis: Apis, scope: ReadScope, id: string): Promise<LessonDetail> {
  const lesson = await lessonAs(apis.school, scope, id);
  const show = await lessonViews(apis, scope, [lesson]);
  const history = await historyOf(scope.db, [id]);
  const names = await namesOf(apis, scope.db, {
    people: history.flatMap(({ byPersonId, teacherId, fromTeacherId }) => [byPersonId, teacherId, fromTeacherId]),
    courses: [],
  });
  const place = (startsAt: Date | null, endsAt: Date | null, teacherId: string | null) =>
    startsAt && endsAt
      ? {
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          teacherName: teacherId === null ? null : names.person(teacherId),
        }
      : null;
  return {
    ...show(lesson, await studentOfLesson(apis, scope, lesson)),
    attendance: await lessonAttendance(apis, scope, lesson),
    history: history.map((change) => ({
      what: change.what,
      from: place(change.fromStartsAt, change.fromEndsAt, change.fromTeacherId),
      to: place(change.startsAt, change.endsAt, change.teacherId),
      byName: change.byPersonId === null ? null : names.person(change.byPersonId),
      at: change.happenedAt.toISOString(),
      reason: change.reason,
      how: change.publicationId ? 'publication' : change.rescheduleId ? 'reschedule' : 'by-hand',
    })),
  };
}
