import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';
import type { Busy } from '../ledger/commitment.ts';
import { chunksOf } from './subjects.ts';

/** Which subject is to be claimed by which commitment. */
export interface ClaimKey {
  readonly commitmentId: string;
  readonly subjectId: string;
}

/** One bound value for any number of claims; the interval is copied from the commitment, flags from what is stored. */
const insertSql = (listed: string, key: (place: number) => string): string => `
  insert into calendar_claim
    (commitment_id, subject_id, starts_at, ends_at, hold_until_at, is_overridden, is_shared)
  select c.id, s.id, c.starts_at, c.ends_at, c.hold_until_at,
    exists (select 1 from calendar_override o where o.subject_id = s.id and o.ended_at is null
      and (o.first_commitment_id = c.id or o.second_commitment_id = c.id)),
    s.capacity is not null
  from ${listed} as listed
  join calendar_commitment c on c.id = ${key(0)}
  join calendar_subject s on s.id = ${key(1)}`;

const sql: Record<Dialect, string> = {
  sqlite: insertSql('json_each(?)', (place) => `json_extract(listed.value, '$[${place}]')`),
  postgres: insertSql('json_array_elements(?::json)', (place) => `(listed.value ->> ${place})::uuid`),
};

/** Claims subjects for commitments that are stored already. Fails with the database's own error when time is taken. */
export async function insertClaims(db: Knex, dialect: Dialect, claims: readonly ClaimKey[]): Promise<void> {
  for (const part of chunksOf(claims, 2000)) {
    const listed = JSON.stringify(part.map(({ commitmentId, subjectId }) => [commitmentId, subjectId]));
    await db.raw(sql[dialect], [listed]);
  }
}

export async function deleteClaims(db: Knex, commitmentIds: readonly string[]): Promise<void> {
  for (const part of chunksOf(commitmentIds)) await db('calendar_claim').whereIn('commitmentId', part).delete();
}

/** Frees one subject from some commitments. */
export async function deleteClaimsOf(db: Knex, subjectId: string, commitmentIds: readonly string[]): Promise<void> {
  for (const part of chunksOf(commitmentIds))
    await db('calendar_claim').where({ subjectId }).whereIn('commitmentId', part).delete();
}

/** Takes the end of life away from the claims of a commitment. */
export const firmClaims = (db: Knex, commitmentId: string): Promise<number> =>
  db('calendar_claim').where({ commitmentId }).update({ holdUntilAt: null });

/** Who is claimed by these commitments. */
export async function claimKeysOf(db: Knex, commitmentIds: readonly string[]): Promise<readonly ClaimKey[]> {
  const keys: ClaimKey[] = [];
  for (const part of chunksOf(commitmentIds)) {
    keys.push(
      ...(await db<ClaimKey>('calendar_claim').whereIn('commitmentId', part).select('commitmentId', 'subjectId')),
    );
  }
  return keys;
}

interface BusyRow extends Omit<Busy, 'source' | 'isHold'> {
  readonly holdUntilAt: Date | null;
  readonly sourcePlugin: string;
  readonly sourceId: string;
}

const dayMs = 86_400_000;

/** Claims of subjects that touch `[from, to)`, in order, without holds that have lapsed. */
export async function busyRows(
  db: Knex,
  subjectIds: readonly string[],
  from: Date,
  to: Date,
  now: Date,
): Promise<readonly Busy[]> {
  const found: Busy[] = [];
  for (const part of chunksOf(subjectIds)) {
    const rows: BusyRow[] = await db('calendar_claim as claim')
      .join('calendar_commitment as c', 'c.id', 'claim.commitmentId')
      .whereIn('claim.subjectId', part)
      // No claim is longer than a day.
      .where('claim.startsAt', '>', new Date(from.getTime() - dayMs))
      .where('claim.startsAt', '<', to)
      .where('claim.endsAt', '>', from)
      .where((q) => q.whereNull('claim.holdUntilAt').orWhere('claim.holdUntilAt', '>', now))
      .orderBy(['claim.startsAt', 'claim.subjectId', 'claim.commitmentId'])
      .select('claim.subjectId', 'claim.commitmentId', 'claim.startsAt', 'claim.endsAt', 'claim.holdUntilAt')
      .select('claim.isOverridden', 'c.sourcePlugin', 'c.sourceId');
    found.push(
      ...rows.map(({ holdUntilAt, sourcePlugin, sourceId, ...row }) => ({
        ...row,
        isHold: holdUntilAt !== null,
        source: { plugin: sourcePlugin, entityId: sourceId },
      })),
    );
  }
  return found;
}
