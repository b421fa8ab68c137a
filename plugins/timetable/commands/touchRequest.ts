import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { lessonById } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { personTopic } from '../topics.ts';

/** Those who take part in a request, and the group's tutors, look at it again. */
export async function touchRequest(apis: Pick<Apis, 'school'>, scope: WriteScope, request: Reschedule): Promise<void> {
  const topic = personTopic(apis.school);
  const lesson = await lessonById(scope.db, request.lessonId);
  const tutors = lesson ? await apis.school.tutorsOf(scope, [lesson.groupId]) : [];
  const teachers = (await partsOf(scope.db, [request.id])).map(({ teacherId }) => teacherId);
  const { askedById, forPersonId, teacherId } = request;
  const people = [askedById, forPersonId, teacherId, ...teachers, ...tutors.map(({ personId }) => personId)];
  for (const personId of new Set(people)) scope.touch(topic, personId);
}
