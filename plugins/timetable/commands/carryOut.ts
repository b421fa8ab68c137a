import { type Interval, localOf } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { SeenReschedule } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { rescheduleAnswered } from '../events.ts';
import { lessonBeingPublished, lessonMovedOn } from '../problems.ts';
import { subjectsOfLesson } from '../queries/concernedBy.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { lockLessons } from '../store/lessons.ts';
import { clearHolds } from '../store/rescheduleParts.ts';
import { updateReschedule } from '../store/reschedules.ts';
import { addExtraLesson, type NewExtra } from './addExtraLesson.ts';
import { refuseTaken } from './refuseTaken.ts';
import { deadlineFor } from './requestDeadline.ts';
import { writeLessonChange } from './writeLessonChange.ts';

interface Moving {
  readonly part: ReschedulePart;
  readonly lesson: Lesson;
}

/** Moves all lessons of a proposal in this transaction, or refuses and moves none: the old times are kept until the commit. */
export async function carryOut(apis: Apis, scope: WriteScope, { request, parts }: SeenReschedule): Promise<void> {
  const lessons = await unchangedLessons(scope, request, parts);
  const [first] = lessons;
  if (!first) throw new Problem(lessonMovedOn, { id: request.id, lessonId: request.lessonId });
  const moving = request.kind === 'anew' ? lessons.slice(1) : lessons;
  await takeTimes(apis, scope, request, parts, moving);
  await clearHolds(scope.db, request.id);
  const added = request.kind === 'anew' ? await addExtraLesson(apis, scope, heldAnew(request, first)) : undefined;
  const done: Reschedule = {
    ...request,
    state: 'confirmed',
    ...deadlineFor('confirmed', scope.now, request, parts),
    newLessonId: added?.id ?? null,
    endedAt: scope.now,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, done);
  for (const one of moving) await moveOne(apis, scope, request, one);
  const { groupId } = first.lesson;
  const answer = { rescheduleId: request.id, lessonId: request.lessonId, groupId, revision: done.revision };
  scope.emit(rescheduleAnswered, { ...answer, answer: 'confirmed' });
}

/** The missed lesson, for the student or for all of them, at the time that was held for it. */
const heldAnew = ({ isForGroup, forPersonId }: Reschedule, { part, lesson }: Moving): NewExtra => ({
  groupId: lesson.groupId,
  courseId: lesson.courseId,
  subgroupId: lesson.subgroupId,
  teacherId: part.teacherId,
  zone: lesson.zone,
  slot: {
    on: part.heldOn,
    time: localOf(part.startsAt, lesson.zone).time,
    startsAt: part.startsAt,
    endsAt: part.endsAt,
  },
  forPersonId: isForGroup ? lesson.forPersonId : forPersonId,
  insteadOfId: lesson.id,
});

/** The lessons, locked; refuses when one of them is no longer where it was, or another teacher's. */
async function unchangedLessons(
  scope: WriteScope,
  { id, kind }: Reschedule,
  parts: readonly ReschedulePart[],
): Promise<readonly Moving[]> {
  const lessons = await lockLessons(
    scope.db,
    parts.map(({ lessonId }) => lessonId),
  );
  return parts.map((part, i) => {
    const lesson = lessons.find((one) => one.id === part.lessonId);
    const isMissed = kind === 'anew' && i === 0;
    const isSame = lesson?.startsAt.getTime() === part.fromStartsAt.getTime() && lesson.teacherId === part.teacherId;
    if (!lesson || !isSame || (lesson.commitmentId === null && !isMissed))
      throw new Problem(lessonMovedOn, { id, lessonId: part.lessonId });
    if (lesson.pendingPublicationId !== null) throw new Problem(lessonBeingPublished, { id: lesson.id });
    return { part, lesson };
  });
}

/** What was held is given to the lessons; what one of them leaves another may take. */
async function takeTimes(
  apis: Apis,
  scope: WriteScope,
  { kind }: Reschedule,
  parts: readonly ReschedulePart[],
  moving: readonly Moving[],
): Promise<void> {
  const moves: { id: string; interval: Interval; subjects: readonly string[] }[] = [];
  for (const { part, lesson } of moving) {
    if (lesson.commitmentId === null) continue;
    const subjects = await subjectsOfLesson(apis, scope, lesson, part.heldOn);
    const interval = { startsAt: part.startsAt, endsAt: part.endsAt };
    moves.push({ id: lesson.commitmentId, interval, subjects });
  }
  const releases = parts.flatMap(({ holdId }) => holdId ?? []);
  if (kind === 'anew' || moves.length > 0)
    await refuseTaken(apis, scope, () => apis.calendar.applyChanges(scope, { releases, moves }));
}

async function moveOne(apis: Apis, scope: WriteScope, { id }: Reschedule, { part, lesson }: Moving): Promise<void> {
  const { heldOn: on, startsAt, endsAt } = part;
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, on]);
  await writeLessonChange(apis, scope, lesson, {
    what: 'moved',
    to: { on, startsAt, endsAt, teacherId: lesson.teacherId },
    commitmentId: lesson.commitmentId,
    isByHand: true,
    reason: null,
    rescheduleId: id,
    concerned: everybody,
  });
}
