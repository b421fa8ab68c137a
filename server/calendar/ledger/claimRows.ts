import type { Wanted } from '../domain/clashes.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { ClaimRow } from '../store/claims.ts';
import type { OverrideRow } from '../store/overrides.ts';
import type { SubjectRow } from '../store/subjects.ts';

/** The rows of wanted claims: held as long as their commitment, marked where an override or a capacity concerns them. */
export function claimRows(
  wanted: readonly Wanted[],
  commitments: readonly Commitment[],
  subjects: readonly SubjectRow[],
  overrides: readonly OverrideRow[],
): readonly ClaimRow[] {
  const holds = new Map(commitments.map(({ id, holdUntilAt }) => [id, holdUntilAt]));
  const shared = new Set(subjects.filter(({ capacity }) => capacity !== null).map(({ id }) => id));
  const overridden = new Set(
    overrides.flatMap(({ subjectId, firstCommitmentId, secondCommitmentId }) => [
      `${subjectId} ${firstCommitmentId}`,
      `${subjectId} ${secondCommitmentId}`,
    ]),
  );
  return wanted.map((claim) => ({
    ...claim,
    holdUntilAt: holds.get(claim.commitmentId) ?? null,
    isOverridden: overridden.has(`${claim.subjectId} ${claim.commitmentId}`),
    isShared: shared.has(claim.subjectId),
  }));
}
