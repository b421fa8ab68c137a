import type { Knex } from 'knex';
import type { Grant } from '../../access/roles.ts';
import { grantsOfRole } from '../domain/explicitRoles.ts';
import { childrenOf } from '../store/guardianships.ts';
import { rolesOf } from '../store/roles.ts';

/** Grants that follow from people's facts: student, guardian of a child, roles given by hand. None for the inactive. */
export async function grantsOf(db: Knex, personId: string, now: Date): Promise<readonly Grant[]> {
  const person = await db('people_person as person')
    .leftJoin('people_student as student', 'student.personId', 'person.id')
    .where({ 'person.id': personId, 'person.isActive': true })
    .first<{ id: string; studentId: string | null } | undefined>('person.id', { studentId: 'student.personId' });
  if (!person) return [];
  const self = { kind: 'self', id: personId } as const;
  const children = await childrenOf({ db, now }, personId);
  const explicit = await rolesOf(db, [personId]);
  return [
    ...(person.studentId ? [{ role: 'student', scope: self } as const] : []),
    ...(children.length > 0 ? [{ role: 'guardian', scope: self } as const] : []),
    ...children.map(
      ({ studentId, mayAct }): Grant => ({ role: 'guardian', scope: { kind: 'child', id: studentId, mayAct } }),
    ),
    ...explicit.flatMap(grantsOfRole),
  ];
}
