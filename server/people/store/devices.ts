import type { Knex } from 'knex';
import { insertMany } from '../../db/many.ts';

/** The device that a person shares; undefined when there is no such person. */
export async function deviceOf(db: Knex, personId: string): Promise<{ deviceId: string | null } | undefined> {
  return db('people_person')
    .where({ id: personId })
    .forUpdate()
    .first<{ deviceId: string | null } | undefined>({ deviceId: 'sharedDeviceId' });
}

export async function insertDevices(
  db: Knex,
  devices: readonly { readonly id: string; readonly label: string | null }[],
): Promise<void> {
  await insertMany(db, 'people_device', devices);
}

export const setDevice = (db: Knex, personIds: readonly string[], sharedDeviceId: string | null): Promise<number> =>
  db('people_person').whereIn('id', personIds).update({ sharedDeviceId });
