import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { membersOf, type Thread } from '../store/threads.ts';

type Known = Pick<Apis, 'people' | 'school'>;

/** Everybody who takes part today: as named, or as the facts of family and school say. */
export async function participantIds(
  apis: Known,
  scope: ReadScope,
  thread: Thread,
  members?: readonly string[],
): Promise<readonly string[]> {
  const { aboutId } = thread;
  if (thread.kind === 'people' || aboutId === null)
    return members ?? (await membersOf(scope.db, [thread.id])).map(({ personId }) => personId);
  const tutors = await tutorIdsOf(apis, scope, aboutId);
  const others =
    thread.kind === 'family' ? await guardianIdsOf(apis, scope, aboutId) : await teacherIdsOf(apis, scope, aboutId);
  return [...new Set([...tutors, ...others])];
}

export async function guardianIdsOf({ people }: Known, scope: ReadScope, studentId: string): Promise<string[]> {
  const guardians = await people.guardiansOf(scope, [studentId]);
  return guardians.flatMap(({ guardian }) => (guardian.isActive ? [guardian.id] : []));
}

export async function tutorIdsOf({ school }: Known, scope: ReadScope, studentId: string): Promise<string[]> {
  const groups = await school.groupsOfStudent(scope, studentId);
  const tutors = await school.tutorsOf(
    scope,
    groups.map(({ id }) => id),
  );
  return [...new Set(tutors.map(({ personId }) => personId))];
}

async function teacherIdsOf({ school }: Known, scope: ReadScope, studentId: string): Promise<string[]> {
  const courses = await school.coursesOfStudent(scope, studentId);
  return courses.flatMap(({ teacherId }) => teacherId ?? []);
}

/** Who can read a conversation of staff with this student beside those in it. */
export async function supervisorIdsOf(apis: Known, scope: ReadScope, studentId: string): Promise<string[]> {
  const leads = await apis.people.personIdsWithRole(scope.db, 'lead-tutor');
  const known = await scope.db
    .from(knownToStudent(apis, scope, studentId).as('known'))
    .whereIn('known.id', leads)
    .select('known.id');
  return [...new Set([...(await tutorIdsOf(apis, scope, studentId)), ...known.map(({ id }: { id: string }) => id)])];
}

/** Everybody whom this student sees: classmates, own guardians, and the staff around. */
export const knownToStudent = ({ school }: Known, scope: ReadScope, studentId: string) =>
  school.seenPersonIds({
    ...scope,
    actor: {
      ...scope.actor,
      kind: 'person',
      personId: studentId,
      grants: [{ role: 'student', scope: { kind: 'self', id: studentId } }],
    },
  });
