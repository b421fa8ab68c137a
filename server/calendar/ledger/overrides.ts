import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { type Clash, clashesAmong, clashesWith, type Wanted } from '../domain/clashes.ts';
import { overlapAllowed } from '../events.ts';
import { commitmentGone } from '../problems.ts';
import { busyRows, claimKeysOf, deleteClaimsOf } from '../store/claims.ts';
import { deleteLapsedHolds, lockCommitments } from '../store/commitments.ts';
import { insertClaims } from '../store/insertClaims.ts';
import { endOverridesOf, type OverrideRow, putOverrides } from '../store/overrides.ts';
import { lockSubjects } from '../store/subjects.ts';
import { claimRows } from './claimRows.ts';
import { overrideRow } from './overrideRow.ts';

/** Two commitments that one person may have at the same time, and why. */
export interface NewOverride {
  readonly personId: string;
  readonly commitmentIds: readonly [string, string];
  readonly reason: string;
}

/**
 * Allows one person to be in exactly these two commitments at once, or resolves such an overlap that was listed.
 * A third commitment needs overrides of its own, one with each of the two.
 */
export async function override(scope: WriteScope, { personId, commitmentIds, reason }: NewOverride): Promise<void> {
  const known = await lockCommitments(scope.db, commitmentIds);
  if (known.length !== 2) throw new Problem(commitmentGone);
  await lockSubjects(scope.db, scope.dialect, [personId]);
  const row = overrideRow(scope, personId, commitmentIds, reason);
  await putOverrides(scope.db, [row]);
  scope.emit(overlapAllowed, { personId, commitmentIds: [...commitmentIds], reason });
}

/**
 * Adds one person to commitments that exist, as on joining a group. Where the person is taken already the overlap is
 * let through and listed as an unresolved override; these are answered.
 */
export async function addSubject(
  scope: WriteScope,
  personId: string,
  commitmentIds: readonly string[],
): Promise<readonly OverrideRow[]> {
  const { db, dialect, now } = scope;
  const commitments = await lockCommitments(db, commitmentIds);
  if (commitments.length !== new Set(commitmentIds).size) throw new Problem(commitmentGone);
  const subjects = await lockSubjects(db, dialect, [personId]);
  await deleteLapsedHolds(db, [personId], now);
  const there = new Set(
    (await claimKeysOf(db, commitmentIds))
      .filter(({ subjectId }) => subjectId === personId)
      .map((key) => key.commitmentId),
  );
  const wanted = commitments
    .filter(({ id }) => !there.has(id))
    .map(({ id, startsAt, endsAt }) => ({ subjectId: personId, commitmentId: id, startsAt, endsAt }));
  if (wanted.length === 0) return [];
  const clashes = await clashesOf(scope, personId, wanted);
  const rows = clashes.map((clash) =>
    overrideRow(scope, personId, [clash.wanted.commitmentId, clash.inTheWay.commitmentId], null),
  );
  await putOverrides(db, rows);
  await insertClaims(db, dialect, [], claimRows(wanted, commitments, subjects, rows));
  return rows;
}

async function clashesOf(
  { db, now }: WriteScope,
  personId: string,
  wanted: readonly Wanted[],
): Promise<readonly Clash<Wanted>[]> {
  const from = new Date(Math.min(...wanted.map(({ startsAt }) => startsAt.getTime())));
  const to = new Date(Math.max(...wanted.map(({ endsAt }) => endsAt.getTime())));
  return [...clashesWith(wanted, await busyRows(db, [personId], from, to, now)), ...clashesAmong(wanted)];
}

/** Frees one person from commitments, as on leaving a group; the commitments stay. */
export async function removeSubject(
  { db, dialect, now }: WriteScope,
  personId: string,
  commitmentIds: readonly string[],
): Promise<void> {
  await lockCommitments(db, commitmentIds);
  await lockSubjects(db, dialect, [personId]);
  await deleteClaimsOf(db, personId, commitmentIds);
  await endOverridesOf(db, personId, commitmentIds, now);
}
