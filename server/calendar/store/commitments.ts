import type { Knex } from 'knex';
import type { Commitment } from '../domain/commitment.ts';
import { chunksOf } from './subjects.ts';

interface CommitmentRow {
  readonly id: string;
  readonly sourcePlugin: string;
  readonly sourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holdUntilAt: Date | null;
  readonly revision: number;
}

const columns = ['id', 'sourcePlugin', 'sourceId', 'startsAt', 'endsAt', 'holdUntilAt', 'revision'] as const;

const fromRow = ({ sourcePlugin, sourceId, ...row }: CommitmentRow): Commitment => ({
  ...row,
  source: { plugin: sourcePlugin, entityId: sourceId },
});

/** Writes the new interval, hold and revision of a commitment that has no claims at the moment. */
export const updateCommitment = (db: Knex.Transaction, commitment: Commitment): Promise<number> =>
  db('calendar_commitment').where({ id: commitment.id }).update({
    startsAt: commitment.startsAt,
    endsAt: commitment.endsAt,
    holdUntilAt: commitment.holdUntilAt,
    revision: commitment.revision,
  });

/** Takes commitments away, with their claims. */
export async function deleteCommitments(db: Knex.Transaction, ids: readonly string[]): Promise<void> {
  for (const part of chunksOf(ids)) await db('calendar_commitment').whereIn('id', part).delete();
}

/** Locks commitments in the order of their ids until the transaction ends; unknown ids are left out. */
export async function lockCommitments(db: Knex.Transaction, ids: readonly string[]): Promise<readonly Commitment[]> {
  const locked: Commitment[] = [];
  for (const part of chunksOf([...new Set(ids)].sort())) {
    const rows = await db<CommitmentRow>('calendar_commitment')
      .whereIn('id', part)
      .orderBy('id')
      .forUpdate()
      .select(...columns);
    locked.push(...rows.map(fromRow));
  }
  return locked;
}

export async function commitmentsBySource(
  db: Knex,
  plugin: string,
  entityIds: readonly string[],
): Promise<readonly Commitment[]> {
  const found: Commitment[] = [];
  for (const part of chunksOf(entityIds)) {
    const rows = await db<CommitmentRow>('calendar_commitment')
      .where({ sourcePlugin: plugin })
      .whereIn('sourceId', part)
      .select(...columns);
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** Takes away held time of these subjects whose end has come; nobody waits for it any more. Answers how much it was. */
export async function deleteLapsedHolds(
  db: Knex.Transaction,
  subjectIds: readonly string[],
  now: Date,
): Promise<number> {
  let deleted = 0;
  for (const part of chunksOf(subjectIds)) {
    const held = db('calendar_claim').whereIn('subjectId', part).where('holdUntilAt', '<=', now).select('commitmentId');
    deleted += await db('calendar_commitment').whereIn('id', held).where('holdUntilAt', '<=', now).delete();
  }
  return deleted;
}

/** Takes away all held time whose end has come. */
export const deleteAllLapsedHolds = (db: Knex.Transaction, now: Date): Promise<number> =>
  db('calendar_commitment').where('holdUntilAt', '<=', now).delete();
