import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { noteCalls } from '../permissions.ts';
import { notOfFamily } from '../problems.ts';
import { callViews, familyOf } from '../queries/contacts.ts';
import type { CallView, NewCall } from '../schemas.ts';
import { insertCall } from '../store/calls.ts';

/** A device's clock may be ahead; nothing has happened later than it is told. */
const earlier = (told: Date, now: Date): Date => (told > now ? now : told);

/** Notes a call or a visit, or an attempt; noted again by the same device, it is answered as stored. */
export async function noteCall(apis: Apis, scope: WriteScope, studentId: string, call: NewCall): Promise<CallView> {
  await apis.school.studentAs(scope, noteCalls, studentId);
  const family = await familyOf(apis, scope, studentId);
  if (call.withId !== undefined && !family.includes(call.withId)) throw new Problem(notOfFamily, { id: call.withId });
  const stored = await insertCall(scope.db, {
    id: scope.newId(),
    studentId,
    notedById: scope.actor.personId,
    clientId: call.clientId,
    withId: call.withId ?? null,
    how: call.how,
    isContact: call.isContact,
    agreed: call.agreed,
    nextStep: call.nextStep,
    nextOn: call.nextOn ?? null,
    happenedAt: earlier(new Date(call.happenedAt), scope.now),
    notedAt: scope.now,
  });
  const [view] = await callViews(apis, scope, [stored]);
  if (!view) throw new Error('A call was noted and is not there');
  return view;
}
