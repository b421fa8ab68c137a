import type { Knex } from 'knex';
import { chunksOf } from './subjects.ts';

/** An overlap of two commitments of one person. Unresolved until somebody gives a reason; ended when it overlaps no more. */
export interface OverrideRow {
  readonly id: string;
  readonly subjectId: string;
  /** The lower one of the two ids. */
  readonly firstCommitmentId: string;
  readonly secondCommitmentId: string;
  readonly reason: string | null;
  readonly madeById: string | null;
  readonly madeAt: Date;
  readonly resolvedById: string | null;
  readonly resolvedAt: Date | null;
}

const columns = [
  'id',
  'subjectId',
  'firstCommitmentId',
  'secondCommitmentId',
  'reason',
  'madeById',
  'madeAt',
  'resolvedById',
  'resolvedAt',
] as const;

/** The two commitments of an override in the order in which they are stored. */
export const pairOf = (one: string, other: string) =>
  one < other
    ? { firstCommitmentId: one, secondCommitmentId: other }
    : { firstCommitmentId: other, secondCommitmentId: one };

/** Stores overrides; of those that are there already the unresolved ones get a reason that is given now. */
export async function putOverrides(db: Knex, rows: readonly OverrideRow[]): Promise<void> {
  for (const part of chunksOf(rows, 200)) {
    await db('calendar_override').insert(part).onConflict(active(db)).ignore();
  }
  for (const { subjectId, firstCommitmentId, secondCommitmentId, reason, resolvedById, resolvedAt } of rows) {
    if (resolvedAt === null) continue;
    await db('calendar_override')
      .where({ subjectId, firstCommitmentId, secondCommitmentId })
      .whereNull('endedAt')
      .whereNull('resolvedAt')
      .update({ reason, resolvedById, resolvedAt });
  }
}

const active = (db: Knex) => db.raw('(subject_id, first_commitment_id, second_commitment_id) where ended_at is null');

/** Overrides in force of these subjects. */
export async function activeOverrides(db: Knex, subjectIds: readonly string[]): Promise<readonly OverrideRow[]> {
  const found: OverrideRow[] = [];
  for (const part of chunksOf(subjectIds)) {
    found.push(
      ...(await db<OverrideRow>('calendar_override')
        .whereIn('subjectId', part)
        .whereNull('endedAt')
        .select(...columns)),
    );
  }
  return found;
}

/** Overrides in force that name one of these commitments. */
export async function overridesNaming(db: Knex, commitmentIds: readonly string[]): Promise<readonly OverrideRow[]> {
  const found: OverrideRow[] = [];
  for (const part of chunksOf(commitmentIds, 200)) {
    found.push(
      ...(await db<OverrideRow>('calendar_override')
        .whereNull('endedAt')
        .where((q) => q.whereIn('firstCommitmentId', part).orWhereIn('secondCommitmentId', part))
        .select(...columns)),
    );
  }
  return found;
}

/** Overrides in force that nobody has given a reason for, oldest first. */
export function unresolvedOverrides(db: Knex, subjectIds?: readonly string[]): Promise<OverrideRow[]> {
  const query = db<OverrideRow>('calendar_override').whereNull('endedAt').whereNull('resolvedAt');
  if (subjectIds) query.whereIn('subjectId', [...subjectIds]);
  return query.orderBy(['madeAt', 'id']).select(...columns);
}

/** Ends the overrides of these commitments that allow nothing any more, because they are gone, moved apart or left. */
export async function endIdleOverrides(db: Knex, commitmentIds: readonly string[], now: Date): Promise<void> {
  for (const part of chunksOf(commitmentIds, 200)) {
    await db('calendar_override')
      .whereNull('endedAt')
      .where((q) => q.whereIn('firstCommitmentId', part).orWhereIn('secondCommitmentId', part))
      .whereNotExists(
        db('calendar_commitment as one')
          .join('calendar_commitment as other', (on) =>
            on.on('one.startsAt', '<', 'other.endsAt').on('other.startsAt', '<', 'one.endsAt'),
          )
          .whereRaw('one.id = calendar_override.first_commitment_id')
          .whereRaw('other.id = calendar_override.second_commitment_id')
          .select(db.raw('1')),
      )
      .update({ endedAt: now });
  }
}

/** Ends the overrides of one subject with these commitments, which it leaves. */
export async function endOverridesOf(
  db: Knex,
  subjectId: string,
  commitmentIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const part of chunksOf(commitmentIds, 200)) {
    await db('calendar_override')
      .where({ subjectId })
      .whereNull('endedAt')
      .where((q) => q.whereIn('firstCommitmentId', part).orWhereIn('secondCommitmentId', part))
      .update({ endedAt: now });
  }
}
