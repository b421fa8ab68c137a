import type { Knex } from 'knex';
import type { Busy } from '../domain/commitment.ts';
import { chunksOf } from './subjects.ts';

/** Which subject is claimed by which commitment. */
export interface ClaimKey {
  readonly commitmentId: string;
  readonly subjectId: string;
}

/** A claim as it is stored; the interval and the hold are those of its commitment. */
export interface ClaimRow extends ClaimKey {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holdUntilAt: Date | null;
  /** An override names the subject and the commitment. */
  readonly isOverridden: boolean;
  /** The subject is a resource with capacity. */
  readonly isShared: boolean;
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
