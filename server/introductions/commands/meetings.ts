import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf } from '../../people/api.ts';
import type { IntroductionParts } from '../parts.ts';
import { noteMeetings } from '../permissions.ts';
import { metInFuture, notOnList } from '../problems.ts';
import { aroundStudent } from '../queries/around.ts';
import type { Meeting } from '../schemas.ts';
import { deleteMet, insertMet, items } from '../store/met.ts';

/** Notes that a student has met somebody, or learned something, or takes that back. */
export async function noteMeeting(
  scope: WriteScope,
  parts: IntroductionParts,
  studentId: string,
  { withId, itemId, isMet, metOn = dayOf(scope.now) }: Meeting,
): Promise<void> {
  const student = await parts.school.studentToActFor(scope, noteMeetings, studentId);
  if (metOn > dayOf(scope.now)) throw new Problem(metInFuture, { metOn });
  const isOnList = withId
    ? (await aroundStudent(scope, parts, student)).some(({ personId }) => personId === withId)
    : (await items(scope.db)).some(({ id }) => id === itemId);
  if (!isOnList) throw new Problem(notOnList);
  const { db, now: notedAt } = scope;
  if (!isMet) await deleteMet(db, { studentId, withId, itemId });
  else {
    const noted = { id: scope.newId(), notedById: scope.actor.personId || null, notedAt };
    await insertMet(db, [{ ...noted, studentId, withId, itemId, metOn }]);
  }
}
