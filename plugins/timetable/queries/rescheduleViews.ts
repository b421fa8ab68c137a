import type { ReadScope } from '../../../server/host/scope.ts';
import { partsIn } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { mayWithRequest, stateNow } from '../domain/reschedule/decide.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import type { RescheduleView } from '../schemas/reschedules.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { stepsOf } from '../store/reschedules.ts';
import { localSpan } from './localSpan.ts';
import { namesOf } from './names.ts';

/** Requests as their reader sees them, with what the reader may do next. */
export async function rescheduleViews(
  apis: Apis,
  scope: ReadScope,
  requests: readonly Reschedule[],
): Promise<RescheduleView[]> {
  const lessons = new Map(
    (await lessonsByIds(scope.db, [...new Set(requests.map(({ lessonId }) => lessonId))])).map((one) => [one.id, one]),
  );
  const steps = await stepsOf(
    scope.db,
    requests.map(({ id }) => id),
  );
  const names = await namesOf(apis, scope.db, {
    people: [
      ...requests.flatMap(({ askedById, forPersonId, teacherId }) => [askedById, forPersonId, teacherId]),
      ...steps.map(({ byPersonId }) => byPersonId),
    ],
    courses: [...lessons.values()].map(({ courseId }) => courseId),
  });
  const partOf = await partsIn(apis.school, scope, [...new Set([...lessons.values()].map(({ groupId }) => groupId))]);
  const span = (startsAt: Date, endsAt: Date) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    local: localSpan({ startsAt, endsAt }, scope.actor.zone),
  });
  return requests.flatMap((request): RescheduleView[] => {
    const lesson = lessons.get(request.lessonId);
    if (!lesson) return [];
    const course = names.course(lesson.courseId);
    const may = mayWithRequest(request, partOf(request, lesson.groupId), scope.now);
    const { startsAt, endsAt } = request;
    return [
      {
        id: request.id,
        state: stateNow(request, scope.now),
        lesson: {
          id: lesson.id,
          subjectName: course?.subjectName ?? '',
          groupName: course?.groupName ?? '',
          teacherName: names.person(request.teacherId),
          now: span(lesson.startsAt, lesson.endsAt),
          isCancelled: lesson.state === 'cancelled',
        },
        forPerson: { id: request.forPersonId, name: names.person(request.forPersonId) },
        askedBy: { id: request.askedById, name: names.person(request.askedById) },
        reason: request.reason,
        wish: request.wish,
        from: span(request.fromStartsAt, request.fromEndsAt),
        slot: startsAt && endsAt ? span(startsAt, endsAt) : null,
        answerUntil: request.answerUntilAt?.toISOString() ?? null,
        steps: steps
          .filter(({ rescheduleId }) => rescheduleId === request.id)
          .map(({ what, byPersonId, happenedAt, startsAt: at, note }) => ({
            what,
            byName: byPersonId === null ? null : names.person(byPersonId),
            at: happenedAt.toISOString(),
            startsAt: at?.toISOString() ?? null,
            note,
          })),
        revision: request.revision,
        isWaitingForMe: may.answer || (request.state === 'asked' && may.propose),
        may,
      },
    ];
  });
}
