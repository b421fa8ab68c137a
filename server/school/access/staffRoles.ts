import type { Role } from '../../access/roles.ts';
import { dayOf, type Moment } from '../../people/api.ts';

/** Roles of staff that these people hold, by hand or by the facts of groups and courses; nobody who holds none. */
export async function staffRolesAmong(
  { db, now }: Moment,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Role[]>> {
  const rows: { id: string; role: Role }[] = [
    ...(await db('people_role').whereIn('personId', personIds).select({ id: 'personId' }, 'role')),
    ...(await db('school_group_tutor')
      .whereIn('personId', personIds)
      .where((end) => end.whereNull('untilOn').orWhere('untilOn', '>=', dayOf(now)))
      .select({ id: 'personId' }, db.raw("'tutor' as role"))),
    ...(await db('school_course')
      .whereIn('teacherId', personIds)
      .where({ isActive: true })
      .select({ id: 'teacherId' }, db.raw("'teacher' as role"))),
  ];
  const byId = new Map<string, Role[]>();
  for (const { id, role } of rows) byId.set(id, [...(byId.get(id) ?? []), role]);
  return byId;
}
