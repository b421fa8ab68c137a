import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleAnswered, rescheduleAsked } from '../events.ts';
import { namesOf } from '../queries/names.ts';
import { lessonById } from '../store/lessons.ts';
import { rescheduleById } from '../store/reschedules.ts';
import { type Recipient, tellEach } from './tellEach.ts';

/** Tells those who have to go on with a request, and those who wait for its answer. */
export const tellRequest = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.tell-asked',
    to: rescheduleAsked,
    run: async (scope, { actorId, payload: { rescheduleId, groupId, revision } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      // Whoever was quicker has told already.
      if (!request || request.revision !== revision) return;
      if (request.state === 'proposed')
        await tell(apis, scope, request, 'timetable.reschedule-proposed', actorId, [request.teacherId]);
      if (request.state !== 'asked') return;
      const tutors = await apis.school.tutorsOf(scope, [groupId]);
      await tell(
        apis,
        scope,
        request,
        'timetable.reschedule-asked',
        actorId,
        tutors.map(({ personId }) => personId),
      );
    },
  }),
  defineReaction({
    id: 'timetable.tell-answered',
    to: rescheduleAnswered,
    run: async (scope, { actorId, payload: { rescheduleId, answer, revision } }) => {
      const request = await rescheduleById(scope.db, rescheduleId);
      // That the lesson moved is told to everybody by the lesson itself.
      if (!request || request.revision !== revision || answer === 'done') return;
      const isForTeacher = answer !== 'declined' && request.startsAt !== null;
      const people = [request.askedById, request.forPersonId, ...(isForTeacher ? [request.teacherId] : [])];
      await tell(apis, scope, request, `timetable.reschedule-${answer}`, actorId, people);
    },
  }),
];

async function tell(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  kind: `${string}.${string}`,
  actorId: string,
  personIds: readonly string[],
): Promise<void> {
  const lesson = await lessonById(scope.db, request.lessonId);
  if (!lesson) return;
  const names = await namesOf(apis, scope.db, { people: [request.forPersonId], courses: [lesson.courseId] });
  const course = names.course(lesson.courseId);
  const recipients = [...new Set(personIds)]
    .filter((personId) => personId !== actorId)
    .map((personId): Recipient => {
      const isAboutAnother = personId !== request.forPersonId && request.forPersonId !== request.teacherId;
      return { personId, aboutId: isAboutAnother ? request.forPersonId : null };
    });
  await tellEach(apis, scope, recipients, (_, { language, zone }) => ({
    kind,
    params: {
      subject: course?.subjectName ?? '',
      group: course?.groupName ?? '',
      name: names.person(request.forPersonId),
      from: timeText(request.fromStartsAt, language, zone),
      to: request.startsAt ? timeText(request.startsAt, language, zone) : '',
      until: request.answerUntilAt ? timeText(request.answerUntilAt, language, zone) : '',
    },
    link: `/timetable/requests/${request.id}`,
    dedupeKey: `reschedule:${request.id}:${request.revision}`,
  }));
}
