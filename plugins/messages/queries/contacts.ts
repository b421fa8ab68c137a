import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { noteCalls, readContacts } from '../permissions.ts';
import type { CallView, ContactHistory, ContactsQuery } from '../schemas.ts';
import { type Call, callsOf, lastContactAt } from '../store/calls.ts';
import { namedPeople } from './messageViews.ts';
import { guardianIdsOf } from './participants.ts';

/** The student and who looks after them: those whom one talks to. */
export const familyOf = async (apis: Apis, scope: ReadScope, studentId: string): Promise<string[]> => [
  ...(await guardianIdsOf(apis, scope, studentId)),
  studentId,
];

/** Calls and visits about a student, the latest first, and when somebody was last reached. */
export async function contactHistory(
  apis: Apis,
  scope: ReadScope,
  studentId: string,
  { before, limit }: ContactsQuery,
): Promise<ContactHistory> {
  await apis.school.studentAs(scope, readContacts, studentId);
  const found = await callsOf(scope.db, studentId, before ? new Date(before) : undefined, limit + 1);
  const shown = found.slice(0, limit);
  const family = await familyOf(apis, scope, studentId);
  const person = await namedPeople(apis, scope, family);
  const last = await lastContactAt(scope.db, studentId);
  return {
    items: await callViews(apis, scope, shown),
    next: found.length > limit ? (shown.at(-1)?.happenedAt.toISOString() ?? null) : null,
    lastContactAt: last?.toISOString() ?? null,
    family: family.map(person),
    may: { note: (await apis.school.mayReachPerson(scope, noteCalls, studentId)) === 'yes' },
  };
}

/** Calls as their readers see them. */
export async function callViews(apis: Apis, scope: ReadScope, calls: readonly Call[]): Promise<CallView[]> {
  const person = await namedPeople(
    apis,
    scope,
    calls.flatMap(({ notedById, withId }) => [notedById, ...(withId ? [withId] : [])]),
  );
  return calls.map((call) => ({
    id: call.id,
    clientId: call.clientId,
    with: call.withId === null ? null : person(call.withId),
    notedBy: person(call.notedById),
    how: call.how,
    isContact: call.isContact,
    agreed: call.agreed,
    nextStep: call.nextStep,
    nextOn: call.nextOn,
    happenedAt: call.happenedAt.toISOString(),
  }));
}
