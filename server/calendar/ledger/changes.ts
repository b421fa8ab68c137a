import type { WriteScope } from '../../host/scope.ts';
import type { Commitment } from '../domain/commitment.ts';
import { overlapAllowed } from '../events.ts';
import { claimKeysOf, deleteClaims } from '../store/claims.ts';
import { deleteCommitments, deleteLapsedHolds, lockCommitments, updateCommitment } from '../store/commitments.ts';
import { insertClaims } from '../store/insertClaims.ts';
import { endIdleOverrides, overridesNaming, putOverrides } from '../store/overrides.ts';
import { lockSubjects, type SubjectRow } from '../store/subjects.ts';
import { claimRows } from './claimRows.ts';
import { type Changes, leavingOf, type Plan, planChanges } from './plan.ts';
import { explainRefusal, isRefusal } from './refusal.ts';

/**
 * Claims, moves and releases in one go: what one gives back another may take, and nothing is free for other
 * transactions in between. Answers the claimed and then the moved commitments, in the order asked. Refuses with
 * `calendar/time-taken`, `calendar/capacity-full`, `calendar/bad-interval`, `calendar/commitment-gone` or
 * `calendar/hold-lapsed`.
 */
export async function applyChanges(scope: WriteScope, changes: Changes): Promise<readonly Commitment[]> {
  const { db, dialect, now } = scope;
  const leaving = leavingOf(changes);
  const before = await lockCommitments(db, leaving);
  const taken = await claimKeysOf(db, leaving);
  const plan = planChanges(scope, changes, before, taken);
  const subjects = await lockSubjects(
    db,
    dialect,
    [...taken, ...plan.wanted].map(({ subjectId }) => subjectId),
  );
  const isRefused = await tryToWrite(scope, plan, subjects);
  if (isRefused) throw await explainRefusal(db, now, plan, subjects, leaving);
  for (const { subjectId, firstCommitmentId, secondCommitmentId, reason } of plan.allowed) {
    const commitmentIds = [firstCommitmentId, secondCommitmentId];
    scope.emit(overlapAllowed, { personId: subjectId, commitmentIds, reason: reason ?? '' });
  }
  return [...plan.claimed, ...plan.moved];
}

/** Writes a plan or nothing of it. Held time that has lapsed is looked for only when something was in the way. */
async function tryToWrite(scope: WriteScope, plan: Plan, subjects: readonly SubjectRow[]): Promise<boolean> {
  const { db, now } = scope;
  const isRefused = () =>
    db
      .transaction((nested) => write({ ...scope, db: nested }, plan, subjects))
      .then(
        () => false,
        (reason: unknown) => {
          if (isRefusal(reason)) return true;
          throw reason;
        },
      );
  if (!(await isRefused())) return false;
  const subjectIds = subjects.map(({ id }) => id);
  return (await deleteLapsedHolds(db, subjectIds, now)) === 0 || isRefused();
}

/** Old claims go before new ones come; commitments change while they have none. */
async function write(
  { db, dialect, now }: WriteScope,
  { claimed, moved, releases, wanted, allowed }: Plan,
  subjects: readonly SubjectRow[],
): Promise<void> {
  const movedIds = moved.map(({ id }) => id);
  await deleteClaims(db, movedIds);
  await deleteCommitments(db, releases);
  for (const commitment of moved) await updateCommitment(db, commitment);
  await endIdleOverrides(db, [...movedIds, ...releases], now);
  await putOverrides(db, allowed);
  const overrides = [...(await overridesNaming(db, movedIds)), ...allowed];
  await insertClaims(db, dialect, claimed, claimRows(wanted, [...claimed, ...moved], subjects, overrides));
}
