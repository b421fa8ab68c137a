import type { Role, RoleScope } from '../../../server/access/roles.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { conversationUnknown, onlyReading } from '../problems.ts';
import { membersOf, type Thread, type ThreadKind, threadById } from '../store/threads.ts';

/** `writer` takes part; `reader` looks it over for the safety of a student. */
export type Part = 'writer' | 'reader';

type School = Pick<Apis, 'school'>;

/** Whose roles take part in conversations about a student. */
const rolesIn: Readonly<Record<Exclude<ThreadKind, 'people'>, readonly Role[]>> = {
  family: ['guardian', 'tutor'],
  staff: ['tutor', 'teacher'],
};
const supervising: readonly Role[] = ['tutor', 'lead-tutor'];

const scopesOfRoles = ({ actor }: ReadScope, roles: readonly Role[]): readonly RoleScope[] =>
  actor.grants.flatMap(({ role, scope }) => (roles.includes(role) && scope.kind !== 'self' ? [scope] : []));

/** Ids of students in whose family, or among whose staff, the actor is; as a subquery. */
export const studentsBy = ({ school }: School, scope: ReadScope, kind: Exclude<ThreadKind, 'people'>) =>
  school.studentIdsWithin(scope, scopesOfRoles(scope, rolesIn[kind]));

/** Ids of students whose conversations with staff the actor may look over; as a subquery. */
export const supervisedBy = ({ school }: School, scope: ReadScope) =>
  school.studentIdsWithin(scope, scopesOfRoles(scope, supervising));

async function reaches(scope: ReadScope, students: ReturnType<typeof supervisedBy>, id: string): Promise<boolean> {
  const found: unknown = await scope.db.from(students.as('within')).where('within.id', id).first('within.id');
  return found !== undefined;
}

/** The actor's part in a conversation; undefined when it is nobody's business of theirs. @param known its members, where they were read. */
export async function partIn(
  apis: School,
  scope: ReadScope,
  thread: Thread,
  known?: readonly string[],
): Promise<Part | undefined> {
  const { actor } = scope;
  if (actor.kind === 'system') return 'writer';
  if (thread.kind !== 'people')
    return (await reaches(scope, studentsBy(apis, scope, thread.kind), thread.aboutId ?? '')) ? 'writer' : undefined;
  const members = known ?? (await membersOf(scope.db, [thread.id])).map(({ personId }) => personId);
  if (members.includes(actor.personId)) return 'writer';
  const isOver = thread.isSupervised && (await reaches(scope, supervisedBy(apis, scope), thread.aboutId ?? ''));
  return isOver ? 'reader' : undefined;
}

/** The conversation and the actor's part; whatever is none of theirs is unknown. */
export async function threadAs(
  apis: School,
  scope: ReadScope,
  id: string,
): Promise<{ readonly thread: Thread; readonly part: Part }> {
  const thread = await threadById(scope.db, id);
  const part = thread && (await partIn(apis, scope, thread));
  if (!thread || !part) throw new Problem(conversationUnknown, { id });
  return { thread, part };
}

/** Whoever is not around a student has no conversation about them, and a student who is not there has none. */
export async function mustBeAround(
  apis: School,
  scope: ReadScope,
  kind: Exclude<ThreadKind, 'people'>,
  studentId: string,
): Promise<void> {
  const isAround = await reaches(scope, studentsBy(apis, scope, kind), studentId);
  if (!isAround) throw new Problem(conversationUnknown, { id: studentId });
}

/** The conversation of somebody who takes part. */
export async function threadToWrite(apis: School, scope: ReadScope, id: string): Promise<Thread> {
  const thread = await threadById(scope.db, id);
  const refusal = thread ? await whyNotWrite(apis, scope, thread) : new Problem(conversationUnknown, { id });
  if (!thread || refusal) throw refusal;
  return thread;
}

/** Why the actor does not write in a conversation; undefined when they take part. */
export async function whyNotWrite(
  apis: School,
  scope: ReadScope,
  thread: Thread,
  members?: readonly string[],
): Promise<Problem | undefined> {
  const { id } = thread;
  const part = await partIn(apis, scope, thread, members);
  if (part === 'writer') return undefined;
  return new Problem(part === 'reader' ? onlyReading : conversationUnknown, { id });
}
