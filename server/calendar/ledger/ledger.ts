import type { ReadScope, WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { Busy, Commitment, Move, NewCommitment } from '../domain/commitment.ts';
import type { Interval } from '../domain/interval.ts';
import { commitmentGone, holdLapsed } from '../problems.ts';
import { busyRows, claimKeysOf, firmClaims } from '../store/claims.ts';
import { lockCommitments, updateCommitment } from '../store/commitments.ts';
import { applyChanges } from './changes.ts';

/** Takes time for one source. Refuses with `calendar/time-taken` or `calendar/capacity-full`, naming what is in the way. */
export async function claim(scope: WriteScope, wanted: NewCommitment): Promise<Commitment> {
  return only(await applyChanges(scope, { claims: [wanted] }));
}

/** Takes time for many sources in one transaction, for example a week of a group: all of it or nothing. */
export const claimMany = (scope: WriteScope, wanted: readonly NewCommitment[]): Promise<readonly Commitment[]> =>
  applyChanges(scope, { claims: wanted });

/** Takes time that lapses by itself at `until`, unless `confirmHold` makes it firm. */
export const hold = (scope: WriteScope, wanted: Omit<NewCommitment, 'holdUntil'>, until: Date): Promise<Commitment> =>
  claim(scope, { ...wanted, holdUntil: until });

/**
 * Moves a commitment to another time, with other subjects when told. The old time is kept until the transaction
 * commits; refused, it stays where it was.
 */
export async function moveCommitment(
  scope: WriteScope,
  id: string,
  interval: Interval,
  options: Pick<Move, 'subjects' | 'overlaps'> = {},
): Promise<Commitment> {
  return only(await applyChanges(scope, { moves: [{ id, interval, ...options }] }));
}

/** Replaces whom a commitment takes. */
export async function setSubjects(scope: WriteScope, id: string, subjects: readonly string[]): Promise<Commitment> {
  const { startsAt, endsAt } = await lockOne(scope, id);
  return moveCommitment(scope, id, { startsAt, endsAt }, { subjects });
}

/** Gives the time of a commitment back. Releasing what is not there changes nothing. */
export async function release(scope: WriteScope, id: string): Promise<void> {
  await applyChanges(scope, { releases: [id] });
}

/** Makes held time firm. Refuses with `calendar/hold-lapsed` when its end has come. */
export async function confirmHold(scope: WriteScope, id: string): Promise<Commitment> {
  const [held] = await lockCommitments(scope.db, [id]);
  if (!held || (held.holdUntilAt && held.holdUntilAt <= scope.now)) throw new Problem(holdLapsed, { commitmentId: id });
  const confirmed = { ...held, holdUntilAt: null };
  await updateCommitment(scope.db, confirmed);
  await firmClaims(scope.db, id);
  return confirmed;
}

/** Who of these subjects is taken within `[from, to)`, and by what; holds that have lapsed are left out. */
export const busyOf = (
  { db, now }: Pick<ReadScope, 'db' | 'now'>,
  subjectIds: readonly string[],
  from: Date,
  to: Date,
): Promise<readonly Busy[]> => busyRows(db, subjectIds, from, to, now);

/** Whom these commitments take, by commitment. */
export async function subjectsOf(
  { db }: Pick<ReadScope, 'db'>,
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(commitmentIds.map((id) => [id, []]));
  for (const { commitmentId, subjectId } of await claimKeysOf(db, commitmentIds))
    found.get(commitmentId)?.push(subjectId);
  return found;
}

async function lockOne(scope: WriteScope, id: string): Promise<Commitment> {
  const [commitment] = await lockCommitments(scope.db, [id]);
  if (!commitment) throw new Problem(commitmentGone, { commitmentId: id });
  return commitment;
}

function only(commitments: readonly Commitment[]): Commitment {
  const [commitment] = commitments;
  if (!commitment) throw new Error('The ledger changed nothing');
  return commitment;
}
