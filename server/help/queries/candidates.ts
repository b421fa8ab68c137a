import type { RoleScope } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import { dayOf, readIds } from '../../people/api.ts';
import type { Candidate } from '../domain/chooseOwner.ts';
import type { HelpParts } from '../parts.ts';
import { waitingFor } from '../store/requests.ts';

/** Whom a request concerns: a student, or nobody in particular but the people of a home school or of the whole centre. */
export interface Concern {
  readonly studentId: string | null;
  readonly homeSchoolId: string | null;
}

/** Nearest first: tutors of the student, coordinators, lead tutors, administrators. */
export async function candidatesFor(scope: ReadScope, parts: HelpParts, concern: Concern): Promise<Candidate[]> {
  const ranks = [await tutorsOf(scope, parts, concern.studentId), ...(await managersOf(scope, parts, concern))];
  const rankOf = new Map<string, number>();
  for (const [rank, ids] of ranks.entries()) for (const id of ids) if (!rankOf.has(id)) rankOf.set(id, rank);
  const waiting = await waitingFor(scope.db, [...rankOf.keys()]);
  return [...rankOf].map(([id, rank]) => ({ id, rank, waiting: waiting.get(id) ?? 0 }));
}

/** Tutors of the student's groups today, active ones only. */
async function tutorsOf(scope: ReadScope, { school, people }: HelpParts, studentId: string | null): Promise<string[]> {
  if (!studentId) return [];
  const groups = await school.groupsOfStudent(scope, studentId);
  const stays = await school.tutorsOf(
    scope,
    groups.filter(({ isActive }) => isActive).map(({ id }) => id),
  );
  const begun = stays.filter(({ fromOn }) => fromOn <= dayOf(scope.now)).map(({ personId }) => personId);
  const cards = await people.peopleByIds(scope.db, [...new Set(begun)]);
  return cards.filter(({ isActive }) => isActive).map(({ id }) => id);
}

/** Coordinators and lead tutors of the home school before those of the whole centre; administrators last. */
export async function managersOf(
  { db }: ReadScope,
  { people }: Pick<HelpParts, 'people'>,
  { homeSchoolId }: Concern,
): Promise<readonly (readonly string[])[]> {
  const near = async (role: 'coordinator' | 'lead-tutor') =>
    homeSchoolId ? people.staffOf(db, role, homeSchoolId) : [];
  return [
    await near('coordinator'),
    await people.staffOf(db, 'coordinator', null),
    await near('lead-tutor'),
    await people.staffOf(db, 'lead-tutor', null),
    await people.staffOf(db, 'admin', null),
  ];
}

/** The home school of a student, or the only one of those whom the actor has to do with. */
export async function concernOf(scope: ReadScope, parts: HelpParts, studentId: string | null): Promise<Concern> {
  if (studentId) {
    const [student] = await parts.people.studentsByIds(scope.db, [studentId]);
    return { studentId, homeSchoolId: student?.homeSchoolId ?? null };
  }
  const scopes = scope.actor.grants.map((grant) => grant.scope).filter(({ kind }) => kind !== 'everything');
  const homeSchools = await homeSchoolsAmong(scope, parts, scopes);
  return { studentId: null, homeSchoolId: homeSchools.length === 1 ? (homeSchools[0] ?? null) : null };
}

/** At most two are looked for: one is an answer, two are none. */
const homeSchoolsAmong = (scope: ReadScope, { school }: HelpParts, scopes: readonly RoleScope[]): Promise<string[]> =>
  readIds(
    scope
      .db('people_student')
      .whereIn('personId', school.studentIdsWithin(scope, scopes))
      .distinct({ id: 'homeSchoolId' })
      .limit(2),
  );
