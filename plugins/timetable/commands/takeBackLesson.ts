import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { lessonToChange } from '../access/lessonToChange.ts';
import type { Apis } from '../apis.ts';
import type { Lesson, LessonPlace } from '../domain/lessons/lesson.ts';
import { nothingToTakeBack } from '../problems.ts';
import { isByHand } from '../queries/lessonViews.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { showLesson } from '../queries/showLesson.ts';
import type { LessonDetail } from '../schemas/lessons.ts';
import { type LessonHistoryRow, lastChanges } from '../store/lessonChanges.ts';
import { openReschedules } from '../store/reschedules.ts';
import { roomPool } from '../store/roomPool.ts';
import { refuseTaken } from './refuseTaken.ts';
import { writeLessonChange } from './writeLessonChange.ts';

/** Takes back the last move or cancellation by hand, while nothing came after it and its old time is still free. */
export async function takeBackLesson(
  apis: Apis,
  scope: WriteScope,
  id: string,
  seenRevision: number,
): Promise<LessonDetail> {
  const lesson = await lessonToChange(apis, scope, id, seenRevision);
  const [change] = await lastChanges(scope.db, [id]);
  const to = change && isByHand(change, lesson) ? placeBefore(change) : undefined;
  const open = await openReschedules(scope.db, [id]);
  if (!change || !to || to.startsAt <= scope.now || open.length > 0) throw new Problem(nothingToTakeBack, { id });
  const commitmentId = await takeAgain(apis, scope, lesson, to);
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, to.on]);
  await writeLessonChange(apis, scope, lesson, {
    what: 'restored',
    to,
    commitmentId,
    isByHand: change.isByHandBefore,
    reason: null,
    rescheduleId: null,
    concerned: everybody,
  });
  await apis.audit.record(scope, { act: 'timetable.lesson-restored', entity: 'timetable.lesson', entityId: id });
  return showLesson(apis, scope, id);
}

function placeBefore(change: LessonHistoryRow): LessonPlace | undefined {
  const { fromHeldOn, fromStartsAt, fromEndsAt, fromTeacherId } = change;
  return fromHeldOn !== null && fromStartsAt && fromEndsAt
    ? { on: fromHeldOn, startsAt: fromStartsAt, endsAt: fromEndsAt, teacherId: fromTeacherId }
    : undefined;
}

async function takeAgain(apis: Apis, scope: WriteScope, lesson: Lesson, to: LessonPlace): Promise<string> {
  const { studentIds } = await peopleOfLesson(apis, scope, lesson, [to.on]);
  const rooms = await roomPool(scope.db);
  const subjects = [...studentIds, ...(to.teacherId ? [to.teacherId] : []), ...(rooms ? [rooms.id] : [])];
  const interval = { startsAt: to.startsAt, endsAt: to.endsAt };
  const { calendar } = apis;
  const commitment = await refuseTaken(apis, scope, () =>
    lesson.commitmentId === null
      ? calendar.claim(scope, { source: { plugin: 'timetable', entityId: lesson.id }, interval, subjects })
      : calendar.moveCommitment(scope, lesson.commitmentId, interval, { subjects }),
  );
  return commitment.id;
}
