import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { Wanted } from '../domain/clashes.ts';
import type { Commitment, Move, NewCommitment, Overlap } from '../domain/commitment.ts';
import type { Interval } from '../domain/interval.ts';
import { dayMs } from '../domain/localTime.ts';
import { badInterval, commitmentGone, holdLapsed } from '../problems.ts';
import type { ClaimKey } from '../store/claims.ts';
import type { OverrideRow } from '../store/overrides.ts';
import { overrideRow } from './overrideRow.ts';

/** What is to change in the ledger at once: all of it or nothing. */
export interface Changes {
  readonly claims?: readonly NewCommitment[];
  readonly moves?: readonly Move[];
  /** Ids of commitments that give their time back. Unknown ones are released already. */
  readonly releases?: readonly string[];
}

/** Changes worked out to rows. */
export interface Plan {
  readonly claimed: readonly Commitment[];
  readonly moved: readonly Commitment[];
  readonly releases: readonly string[];
  /** Claims of the claimed and the moved. */
  readonly wanted: readonly Wanted[];
  /** Overlaps that come with the changes. */
  readonly allowed: readonly OverrideRow[];
}

/** The commitments whose present claims go away. */
export const leavingOf = ({ moves = [], releases = [] }: Changes): readonly string[] => [
  ...moves.map(({ id }) => id),
  ...releases,
];

interface Planned {
  readonly commitment: Commitment;
  readonly subjects: readonly string[];
  readonly overlaps: readonly Overlap[];
}

/** Works changes out, given the commitments and claims that go away as they are now. */
export function planChanges(
  scope: WriteScope,
  { claims = [], moves = [], releases = [] }: Changes,
  before: readonly Commitment[],
  taken: readonly ClaimKey[],
): Plan {
  const claimed = claims.map((claim) => planClaim(scope, claim));
  const moved = moves.map((move) => planMove(scope.now, move, before, taken));
  const planned = [...claimed, ...moved];
  return {
    claimed: claimed.map(({ commitment }) => commitment),
    moved: moved.map(({ commitment }) => commitment),
    releases,
    wanted: planned.flatMap(({ commitment: { id, startsAt, endsAt }, subjects }) =>
      [...new Set(subjects)].map((subjectId) => ({ subjectId, commitmentId: id, startsAt, endsAt })),
    ),
    allowed: planned.flatMap(({ commitment, overlaps }) =>
      overlaps.map(({ personId, commitmentId, reason }) =>
        overrideRow(scope, personId, [commitment.id, commitmentId], reason),
      ),
    ),
  };
}

function planClaim(
  scope: WriteScope,
  { id = scope.newId(), source, interval, subjects, holdUntil, overlaps = [] }: NewCommitment,
): Planned {
  const { startsAt, endsAt } = checked(interval);
  return {
    commitment: { id, source, startsAt, endsAt, holdUntilAt: holdUntil ?? null, revision: 1 },
    subjects,
    overlaps,
  };
}

function planMove(
  now: Date,
  { id, interval, subjects, overlaps = [] }: Move,
  before: readonly Commitment[],
  taken: readonly ClaimKey[],
): Planned {
  const old = before.find((one) => one.id === id);
  if (!old) throw new Problem(commitmentGone, { commitmentId: id });
  if (old.holdUntilAt && old.holdUntilAt <= now) throw new Problem(holdLapsed, { commitmentId: id });
  const { startsAt, endsAt } = checked(interval);
  const kept = taken.filter(({ commitmentId }) => commitmentId === id).map(({ subjectId }) => subjectId);
  const commitment = { ...old, startsAt, endsAt, revision: old.revision + 1 };
  return { commitment, subjects: subjects ?? kept, overlaps };
}

/** Refuses what no commitment may last. */
function checked(interval: Interval): Interval {
  const length = interval.endsAt.getTime() - interval.startsAt.getTime();
  if (!(length > 0 && length <= dayMs)) throw new Problem(badInterval);
  return interval;
}
