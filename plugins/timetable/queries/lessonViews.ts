import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonRights } from '../access/lessonRights.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { mayWithLesson } from '../domain/lessons/rights.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import type { LessonView } from '../schemas/lessons.ts';
import { type LessonHistoryRow, lastChanges } from '../store/lessonChanges.ts';
import { openReschedules } from '../store/reschedules.ts';
import { excusedStudents } from './excusedStudents.ts';
import { joinAddresses } from './joinAddresses.ts';
import { localSpan } from './localSpan.ts';
import { namesOf } from './names.ts';

/** Shows one lesson; `studentId` is the student whose week it is in, null in others. */
export type ShowLesson = (lesson: Lesson, studentId: string | null) => LessonView;

/** Everything that views of these lessons need, in a handful of queries however many there are. */
export async function lessonViews(apis: Apis, scope: ReadScope, lessons: readonly Lesson[]): Promise<ShowLesson> {
  const ids = lessons.map(({ id }) => id);
  const names = await namesOf(apis, scope.db, {
    people: lessons.map(({ teacherId }) => teacherId),
    courses: lessons.map(({ courseId }) => courseId),
  });
  const changes = new Map((await lastChanges(scope.db, ids)).map((change) => [change.lessonId, change]));
  const open = new Map((await openReschedules(scope.db, ids)).map((request) => [request.lessonId, request]));
  const excusedFrom = await excusedStudents(apis, scope, lessons);
  const joinAddressOf = await joinAddresses(apis, scope.db, lessons);
  const rightsOf = await lessonRights(apis.school, scope, lessons);
  const { zone } = scope.actor;

  return (lesson, studentId) => {
    const { id, startsAt, endsAt, groupId, courseId, teacherId, state, sequence, revision } = lesson;
    const course = names.course(courseId);
    const change = changes.get(id);
    const request = open.get(id);
    return {
      id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      local: localSpan(lesson, zone),
      atGroup: localSpan(lesson, lesson.zone),
      group: { id: groupId, name: course?.groupName ?? '' },
      course: { id: courseId, subjectName: course?.subjectName ?? '', subgroupName: course?.subgroupName ?? null },
      teacher: teacherId === null ? null : { id: teacherId, name: names.person(teacherId) },
      joinUrl: state === 'planned' ? joinAddressOf(lesson) : null,
      state,
      isMoved: lesson.isByHand && state === 'planned',
      movedFrom: state === 'planned' ? movedFromOf(change, zone) : null,
      sequence,
      revision,
      reschedule: openRequestOf(request),
      excused: excusedFrom(lesson),
      may: mayWithLesson(lesson, rightsOf(lesson, studentId), {
        hasOpenRequest: request !== undefined,
        isLastByHand: isByHand(change, lesson),
        before: change?.fromStartsAt ?? undefined,
        now: scope.now,
      }),
    };
  };
}

function movedFromOf(change: LessonHistoryRow | undefined, zone: string): LessonView['movedFrom'] {
  if (change?.what !== 'moved' || !change.fromStartsAt || !change.fromEndsAt) return null;
  const span = { startsAt: change.fromStartsAt, endsAt: change.fromEndsAt };
  return { startsAt: span.startsAt.toISOString(), local: localSpan(span, zone) };
}

const openRequestOf = (request: Reschedule | undefined): LessonView['reschedule'] =>
  request && (request.state === 'asked' || request.state === 'proposed' || request.state === 'agreed')
    ? { id: request.id, state: request.state, startsAt: request.startsAt?.toISOString() ?? null }
    : null;

/** Only a move or cancellation by hand that nothing came after can be taken back. */
export const isByHand = (change: LessonHistoryRow | undefined, { revision }: Pick<Lesson, 'revision'>): boolean =>
  change !== undefined &&
  change.revision === revision &&
  change.what !== 'restored' &&
  change.publicationId === null &&
  change.rescheduleId === null;
