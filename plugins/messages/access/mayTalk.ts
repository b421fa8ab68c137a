import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { type ConversationDecision, decideConversation } from '../domain/conversation.ts';
import { nobodyElse, notYourFamily, strangerToStudent, studentsTogether } from '../problems.ts';
import { guardianIdsOf, knownToStudent } from '../queries/participants.ts';
import type { Thread } from '../store/threads.ts';

/** What the rules of private messages say about these people today. */
export async function judgeConversation(
  apis: Apis,
  scope: ReadScope,
  personIds: readonly string[],
): Promise<ConversationDecision> {
  const ids = [...new Set(personIds)];
  const roles = await apis.school.staffRolesAmong(scope, ids);
  const students = await apis.people.studentsByIds(scope.db, ids);
  const studentIds = new Set(students.map(({ id }) => id));
  const people = ids.map((id) => ({ id, isStaff: roles.has(id), isStudent: studentIds.has(id) }));
  const [student] = students;
  return decideConversation(people, student && (await circleOf(apis, scope, student.id, ids)));
}

async function circleOf(apis: Apis, scope: ReadScope, studentId: string, ids: readonly string[]) {
  const known: { id: string }[] = await scope.db
    .from(knownToStudent(apis, scope, studentId).as('known'))
    .whereIn('known.id', [...ids])
    .select('known.id');
  return {
    guardianIds: new Set(await guardianIdsOf(apis, scope, studentId)),
    knownIds: new Set(known.map(({ id }) => id)),
  };
}

/** Those of the people whom the actor sees at least by name. */
export async function seenAmong({ school }: Apis, scope: ReadScope, ids: readonly string[]): Promise<Set<string>> {
  const seen: { id: string }[] = await scope.db
    .from(school.seenPersonIds(scope).as('seen'))
    .whereIn('seen.id', [...ids])
    .select('seen.id');
  return new Set(seen.map(({ id }) => id));
}

/** Whether those of a conversation may go on talking: somebody may have left, or lost a role, since it began. */
export async function mayStillTalk(
  apis: Apis,
  scope: ReadScope,
  thread: Thread,
  people: readonly string[],
): Promise<boolean> {
  return (await whyNotTalk(apis, scope, thread, people)) === undefined;
}

/** Why those of a conversation may no longer talk; undefined when they may. */
export async function whyNotTalk(
  apis: Apis,
  scope: ReadScope,
  thread: Thread,
  people: readonly string[],
): Promise<Problem | undefined> {
  if (thread.kind !== 'people' || !thread.isGuarded) return undefined;
  const decision = await judgeConversation(apis, scope, people);
  if (decision.kind === 'refused') return refusalOf(apis, scope, decision);
  if (scope.actor.kind === 'system') return undefined;
  const seen = await seenAmong(apis, scope, people);
  return seen.size === new Set(people).size ? undefined : new Problem(notYourFamily);
}

type Refusal = Extract<ConversationDecision, { kind: 'refused' }>;

/** The problem that a refusal becomes. */
export async function refusalOf({ people }: Apis, { db }: ReadScope, refusal: Refusal): Promise<Problem> {
  switch (refusal.why) {
    case 'nobody-else':
      return new Problem(nobodyElse);
    case 'students-together':
      return new Problem(studentsTogether);
    case 'not-your-family':
      return new Problem(notYourFamily);
    case 'stranger-to-student': {
      const strangers = await people.peopleByIds(db, refusal.strangerIds);
      return new Problem(strangerToStudent, { names: strangers.map(({ name }) => name).join(', ') });
    }
  }
}
