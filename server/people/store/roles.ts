import type { Knex } from 'knex';
import type { ExplicitRole, RoleToGrant } from '../domain/explicitRoles.ts';
import { readIds } from './readIds.ts';

export interface RoleRow extends RoleToGrant {
  readonly id: string;
}

const columns = ['id', 'personId', 'role', 'scopeKind', 'homeSchoolId'] as const;

export const rolesOf = (db: Knex, personIds: readonly string[]): Promise<RoleRow[]> =>
  db('people_role')
    .whereIn('personId', personIds)
    .orderBy(['role', 'scopeKind', 'homeSchoolId'])
    .select<RoleRow[]>(columns);

export const findRole = (db: Knex, id: string): Promise<RoleRow | undefined> =>
  db('people_role').where({ id }).first<RoleRow | undefined>(columns);

export const personIdsWithRole = (db: Knex, role: ExplicitRole): Promise<string[]> =>
  readIds(
    db('people_role as granted')
      .join('people_person as person', 'person.id', 'granted.personId')
      .where({ 'granted.role': role, 'person.isActive': true })
      .distinct({ id: 'granted.personId' }),
  );

/** Active people who hold a role in one home school, or for the whole centre when that is null. */
export const staffOf = (db: Knex, role: ExplicitRole, homeSchoolId: string | null): Promise<string[]> =>
  readIds(
    db('people_role as granted')
      .join('people_person as person', 'person.id', 'granted.personId')
      .where({ 'granted.role': role, 'granted.homeSchoolId': homeSchoolId, 'person.isActive': true })
      .distinct({ id: 'granted.personId' }),
  );

/** Adds roles; those that are there already stay as they are. Returns how many are new. */
export async function insertRoles(db: Knex, rows: readonly RoleRow[], grantedAt: Date): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += 200) {
    const stored: unknown[] = await db('people_role')
      .insert(rows.slice(from, from + 200).map((row) => ({ ...row, grantedAt })))
      .onConflict()
      .ignore()
      .returning('id');
    added += stored.length;
  }
  return added;
}

export const deleteRole = (db: Knex, { personId, role, scopeKind, homeSchoolId }: RoleToGrant): Promise<number> =>
  db('people_role').where({ personId, role, scopeKind, homeSchoolId }).delete();

/** Locks the admins, so that two of them cannot take the role from each other at once. */
export const lockActiveAdmins = (db: Knex): Promise<string[]> =>
  readIds(
    db('people_role as granted')
      .whereIn('granted.personId', db('people_person').where({ isActive: true }).select('id'))
      .where('granted.role', 'admin')
      .orderBy('granted.id')
      .forUpdate()
      .select({ id: 'granted.personId' }),
  );
