import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { personTopic } from '../topics.ts';

/** Those who take part in a request look at it again. */
export function touchRequest(apis: Pick<Apis, 'school'>, scope: WriteScope, request: Reschedule): void {
  const topic = personTopic(apis.school);
  for (const personId of new Set([request.askedById, request.forPersonId, request.teacherId]))
    scope.touch(topic, personId);
}
