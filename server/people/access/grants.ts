import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { idListOf } from '../../db/many.ts';
import { prepared } from '../../db/prepared.ts';
import { type ExplicitRole, type ExplicitScopeKind, grantsOfRole } from '../domain/explicitRoles.ts';
import { childrenOfMany } from './held.ts';

interface PersonWithRole {
  readonly personId: string;
  readonly studentId: string | null;
  readonly role: ExplicitRole | null;
  readonly scopeKind: ExplicitScopeKind;
  readonly homeSchoolId: string | null;
}

/** Asked with every request: the people, whether students, and their roles in one query, a row a role. */
const rolesOf = prepared<{ personIds: string }, PersonWithRole>((db, value) =>
  db('people_person as person')
    .leftJoin('people_student as student', 'student.personId', 'person.id')
    .leftJoin('people_role as held', 'held.personId', 'person.id')
    .whereIn('person.id', idListOf(db, value('personIds')))
    .where('person.isActive', true)
    .orderBy(['held.role', 'held.scopeKind', 'held.homeSchoolId'])
    .select({
      personId: 'person.id',
      studentId: 'student.personId',
      role: 'held.role',
      scopeKind: 'held.scopeKind',
      homeSchoolId: 'held.homeSchoolId',
    }),
);

/** Grants that follow from people's facts: student, guardian of a child, roles given by hand. None for the inactive. */
export async function grantsOf(
  db: Knex,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const rows = await rolesOf(db, { personIds: JSON.stringify(personIds) });
  const children = await childrenOfMany({ db, now }, personIds);
  return new Map(
    [...new Set(rows.map(({ personId }) => personId))].map((id) => [
      id,
      grantsFrom(
        id,
        rows.filter(({ personId }) => personId === id),
        children.filter(({ guardianId }) => guardianId === id),
      ),
    ]),
  );
}

function grantsFrom(
  personId: string,
  rows: readonly PersonWithRole[],
  children: readonly { readonly studentId: string; readonly mayAct: boolean }[],
): readonly Grant[] {
  const self = { kind: 'self', id: personId } as const;
  return [
    ...(rows[0]?.studentId ? [{ role: 'student', scope: self } as const] : []),
    ...(children.length > 0 ? [{ role: 'guardian', scope: self } as const] : []),
    ...children.map(
      ({ studentId, mayAct }): Grant => ({ role: 'guardian', scope: { kind: 'child', id: studentId, mayAct } }),
    ),
    ...rows.flatMap(({ role, scopeKind, homeSchoolId }) =>
      role ? grantsOfRole({ personId, role, scopeKind, homeSchoolId }) : [],
    ),
  ];
}
