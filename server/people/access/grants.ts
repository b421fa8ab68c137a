import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { prepared } from '../../db/prepared.ts';
import { type ExplicitRole, type ExplicitScopeKind, grantsOfRole } from '../domain/explicitRoles.ts';
import { childrenOf } from './held.ts';

interface PersonWithRole {
  readonly studentId: string | null;
  readonly role: ExplicitRole | null;
  readonly scopeKind: ExplicitScopeKind;
  readonly homeSchoolId: string | null;
}

/** Asked with every request: the person, whether a student, and the roles in one query, a row a role. */
const rolesOf = prepared<{ personId: string }, PersonWithRole>((db, value) =>
  db('people_person as person')
    .leftJoin('people_student as student', 'student.personId', 'person.id')
    .leftJoin('people_role as held', 'held.personId', 'person.id')
    .where({ 'person.id': value('personId'), 'person.isActive': true })
    .orderBy(['held.role', 'held.scopeKind', 'held.homeSchoolId'])
    .select({
      studentId: 'student.personId',
      role: 'held.role',
      scopeKind: 'held.scopeKind',
      homeSchoolId: 'held.homeSchoolId',
    }),
);

/** Grants that follow from people's facts: student, guardian of a child, roles given by hand. None for the inactive. */
export async function grantsOf(db: Knex, personId: string, now: Date): Promise<readonly Grant[]> {
  const rows = await rolesOf(db, { personId });
  const [person] = rows;
  if (!person) return [];
  const self = { kind: 'self', id: personId } as const;
  const children = await childrenOf({ db, now }, personId);
  return [
    ...(person.studentId ? [{ role: 'student', scope: self } as const] : []),
    ...(children.length > 0 ? [{ role: 'guardian', scope: self } as const] : []),
    ...children.map(
      ({ studentId, mayAct }): Grant => ({ role: 'guardian', scope: { kind: 'child', id: studentId, mayAct } }),
    ),
    ...rows.flatMap(({ role, scopeKind, homeSchoolId }) =>
      role ? grantsOfRole({ personId, role, scopeKind, homeSchoolId }) : [],
    ),
  ];
}
