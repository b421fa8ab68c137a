import type { Knex } from 'knex';

/** A browser that shows signals, with what its push service gave it. */
export interface Device {
  readonly id: string;
  readonly personId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** What the person knows it by: "Chrome, Android". */
  readonly label: string;
  readonly addedAt: Date;
  readonly reachedAt: Date | null;
}

const columns = ['id', 'personId', 'endpoint', 'p256dh', 'auth', 'label', 'addedAt', 'reachedAt'] as const;

export const devicesOf = (db: Knex, personIds: readonly string[]): Promise<Device[]> =>
  db('notify_device')
    .whereIn('personId', [...personIds])
    .orderBy(['addedAt', 'id'])
    .select(...columns);

/** Those of the people who have a device. */
export async function ownersAmong(db: Knex, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { personId: string }[] = await db('notify_device')
    .whereIn('personId', [...personIds])
    .distinct('personId');
  return new Set(rows.map(({ personId }) => personId));
}

/** One browser has one owner: whoever allowed it last. */
export async function saveDevice(trx: Knex.Transaction, device: Omit<Device, 'reachedAt'>): Promise<void> {
  const { id: _id, endpoint: _endpoint, ...known } = device;
  await trx('notify_device').insert(device).onConflict('endpoint').merge(known);
}

export const deleteDevice = (trx: Knex.Transaction, personId: string, id: string): Promise<number> =>
  trx('notify_device').where({ personId, id }).delete();

export const deleteDevices = (trx: Knex.Transaction, ids: readonly string[]): Promise<number> =>
  trx('notify_device')
    .whereIn('id', [...ids])
    .delete();

/** Takes a browser away by its address, whoever has it. */
export const deleteEndpoint = (trx: Knex.Transaction, personId: string, endpoint: string): Promise<number> =>
  trx('notify_device').where({ personId, endpoint }).delete();

export const noteReached = (trx: Knex.Transaction, ids: readonly string[], reachedAt: Date): Promise<number> =>
  trx('notify_device')
    .whereIn('id', [...ids])
    .update({ reachedAt });
