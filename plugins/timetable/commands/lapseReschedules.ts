import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { stateNow } from '../domain/reschedule/decide.ts';
import { lessonById } from '../store/lessons.ts';
import { lockReschedule, overdueReschedules } from '../store/reschedules.ts';
import { endRequest } from './endRequest.ts';
import { touchRequest } from './touchRequest.ts';

/** So many at a time, so that nobody waits long for the database. */
const batch = 100;

/** Ends requests that nobody answered in time, and gives the held time back. They can be revived. */
export async function lapseReschedules(apis: Apis, scope: WriteScope): Promise<void> {
  for (const id of await overdueReschedules(scope.db, scope.now, batch)) {
    const request = await lockReschedule(scope.db, id);
    if (!request || request.state === 'lapsed' || stateNow(request, scope.now) !== 'lapsed') continue;
    const lesson = await lessonById(scope.db, request.lessonId);
    if (!lesson) continue;
    const { groupId } = lesson;
    await endRequest(apis, scope, request, { state: 'lapsed', what: 'lapsed', note: null, groupId });
    await touchRequest(apis, scope, request);
  }
}
