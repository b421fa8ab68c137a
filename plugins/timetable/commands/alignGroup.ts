import type { WriteScope } from '../../../server/host/scope.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';
import { membershipChanges } from '../domain/lessons/membership.ts';
import { futureLessonsOfGroup } from '../store/lessons.ts';
import { roomPool } from '../store/roomPool.ts';
import { personTopic } from '../topics.ts';

/**
 * Brings the claims of a group's coming lessons in line with who learns in them now. Whoever is taken elsewhere is in
 * both, as an overlap that the ledger lists until somebody resolves it. Doing it twice changes nothing.
 */
export async function alignGroup(apis: Apis, scope: WriteScope, groupId: string): Promise<void> {
  const { db, now } = scope;
  const lessons = await futureLessonsOfGroup(db, groupId, now);
  if (lessons.length === 0) return;
  const courseIds = [...new Set(lessons.map(({ courseId }) => courseId))];
  const days = { fromOn: dayOf(now), untilOn: '9999-12-31' };
  const learn = studentsOn(await apis.school.studentsOfCourses(db, courseIds, days));
  const claimed = await apis.calendar.subjectsOf(
    scope,
    lessons.flatMap(({ commitmentId }) => commitmentId ?? []),
  );
  const rooms = await roomPool(db);
  const topic = personTopic(apis.school);
  for (const { personId, joins, leaves } of membershipChanges(lessons, learn, claimed, (id) => id !== rooms?.id)) {
    if (leaves.length > 0) await apis.calendar.removeSubject(scope, personId, leaves);
    if (joins.length > 0) await apis.calendar.addSubject(scope, personId, joins);
    scope.touch(topic, personId);
  }
}
