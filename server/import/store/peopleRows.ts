import type { Knex } from 'knex';
import type { Role } from '../../access/roles.ts';
import { dayOf, type Moment } from '../../people/api.ts';
import type { Fields } from '../domain/records.ts';

/*
 * The import compares whole tables of people and school with the files, so it reads them at once and by
 * itself; it writes only through their apis.
 */

/** The school's own key of a row; rows made by hand have none and go by their id, as exports write it. */
export const keyed = <R extends { readonly id: string; readonly externalId: string | null }>(row: R): string =>
  row.externalId ?? row.id;

export interface KeyedRow {
  readonly id: string;
  readonly externalId: string | null;
}

type Row = KeyedRow & Fields;

export const homeSchoolRows = (db: Knex): Promise<(KeyedRow & { name: string; zone: string })[]> =>
  db('school_home_school').select('id', 'externalId', 'name', 'zone');

export const personRows = (db: Knex): Promise<Row[]> =>
  db('people_person as person')
    .leftJoin('people_device as device', 'device.id', 'person.sharedDeviceId')
    .select({
      id: 'person.id',
      externalId: 'person.externalId',
      givenName: 'person.givenName',
      familyName: 'person.familyName',
      middleName: 'person.middleName',
      language: 'person.language',
      zone: 'person.zone',
      internet: 'person.internet',
      device: db.raw('coalesce(device.label, cast(device.id as text))'),
      email: 'person.email',
      phone: 'person.phone',
      isActive: 'person.isActive',
    });

export const studentRows = (
  db: Knex,
): Promise<{ personId: string; homeSchoolId: string; grade: number; bornOn: string | null }[]> =>
  db('people_student').select('personId', 'homeSchoolId', 'grade', 'bornOn');

export const roleRows = (db: Knex): Promise<{ personId: string; role: string; homeSchoolId: string | null }[]> =>
  db('people_role').select('personId', 'role', 'homeSchoolId');

/** Whoever holds roles given by hand, by the key under which tables name them. */
export async function staffByKey(
  db: Knex,
): Promise<ReadonlyMap<string, { readonly id: string; readonly roles: readonly Role[] }>> {
  const rows: (KeyedRow & { role: Role })[] = await db('people_role as held')
    .join('people_person as person', 'person.id', 'held.personId')
    .select({ id: 'person.id', externalId: 'person.externalId', role: 'held.role' });
  const byKey = new Map<string, { id: string; roles: Role[] }>();
  for (const row of rows) {
    const { id, roles } = byKey.get(keyed(row)) ?? { id: row.id, roles: [] };
    byKey.set(keyed(row), { id, roles: [...roles, row.role] });
  }
  return byKey;
}

/** Guardianships that have not ended. */
export const guardianshipRows = ({
  db,
  now,
}: Moment): Promise<{ guardianId: string; studentId: string; relation: string; maySee: boolean; mayAct: boolean }[]> =>
  db('people_guardianship')
    .where((end) => end.whereNull('untilOn').orWhere('untilOn', '>=', dayOf(now)))
    .select('guardianId', 'studentId', 'relation', 'maySee', 'mayAct');

export const deviceIds = async (db: Knex): Promise<ReadonlyMap<string, string>> => {
  const rows: { id: string; label: string | null }[] = await db('people_device').select('id', 'label');
  return new Map(rows.map((row) => [row.label ?? row.id, row.id]));
};
