import type { Knex } from 'knex';
import { Problem } from '../../http/problem.ts';
import { clashesAmong, clashesWith, peakOf, type Wanted } from '../domain/clashes.ts';
import { capacityFull, timeTaken } from '../problems.ts';
import { busyRows } from '../store/claims.ts';
import { activeOverrides, type OverrideRow, pairOf } from '../store/overrides.ts';
import type { SubjectRow } from '../store/subjects.ts';
import type { Plan } from './plan.ts';

const guards = ['calendar_claim_exclusive', 'calendar_claim_override', 'calendar_claim_capacity'];

/** Whether an error says that a guard of the ledger refused a claim, rather than that something is broken. */
export function isRefusal(reason: unknown): reason is Error {
  if (!(reason instanceof Error)) return false;
  if ('constraint' in reason) return guards.some((guard) => reason.constraint === guard);
  return guards.some((guard) => reason.message.endsWith(guard));
}

/** A claim in the way, as it is told: whom it takes, when and for what. */
export interface InTheWay {
  readonly subjectId: string;
  /** Absent when it was asked for by the same request. */
  readonly plugin?: string;
  readonly entityId?: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** No more than these are named. */
const mostNamed = 50;

/**
 * Says why wanted claims were refused. Asked after the refused statement was rolled back, while their subjects are
 * still locked. Names nothing when what was in the way is gone by now.
 */
export async function explainRefusal(
  db: Knex,
  now: Date,
  { wanted, allowed }: Pick<Plan, 'wanted' | 'allowed'>,
  subjects: readonly SubjectRow[],
  leaving: readonly string[],
): Promise<Problem> {
  const shared = new Map(subjects.flatMap(({ id, capacity }) => (capacity === null ? [] : [[id, capacity] as const])));
  const exclusive = wanted.filter(({ subjectId }) => !shared.has(subjectId));
  const inTheWay = await namesOf(db, now, exclusive, allowed, leaving);
  const full = inTheWay.length > 0 ? [] : await fullOf(db, now, wanted, shared, leaving);
  return full.length > 0
    ? new Problem(capacityFull, { full })
    : new Problem(timeTaken, { inTheWay: inTheWay.slice(0, mostNamed), count: inTheWay.length });
}

async function takenFor(db: Knex, now: Date, wanted: readonly Wanted[], leaving: readonly string[]) {
  const starts = wanted.map(({ startsAt }) => startsAt.getTime());
  const ends = wanted.map(({ endsAt }) => endsAt.getTime());
  const subjectIds = [...new Set(wanted.map(({ subjectId }) => subjectId))];
  if (subjectIds.length === 0) return [];
  const rows = await busyRows(db, subjectIds, new Date(Math.min(...starts)), new Date(Math.max(...ends)), now);
  const gone = new Set(leaving);
  return rows.filter(({ commitmentId }) => !gone.has(commitmentId));
}

async function namesOf(
  db: Knex,
  now: Date,
  wanted: readonly Wanted[],
  comeWith: readonly OverrideRow[],
  leaving: readonly string[],
): Promise<readonly InTheWay[]> {
  const stored = clashesWith(wanted, await takenFor(db, now, wanted, leaving));
  const clashing = [...new Set(stored.map(({ wanted: one }) => one.subjectId))];
  const key = (subjectId: string, one: string, other: string) => {
    const { firstCommitmentId, secondCommitmentId } = pairOf(one, other);
    return `${subjectId} ${firstCommitmentId} ${secondCommitmentId}`;
  };
  const allowed = new Set(
    [...(await activeOverrides(db, clashing)), ...comeWith].map((row) =>
      key(row.subjectId, row.firstCommitmentId, row.secondCommitmentId),
    ),
  );
  const when = ({ startsAt, endsAt }: Wanted) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
  return [
    ...stored
      .filter(
        ({ wanted: { subjectId, commitmentId }, inTheWay }) =>
          !allowed.has(key(subjectId, commitmentId, inTheWay.commitmentId)),
      )
      .map(({ inTheWay }) => ({ subjectId: inTheWay.subjectId, ...inTheWay.source, ...when(inTheWay) })),
    ...clashesAmong(wanted).map(({ inTheWay }) => ({ subjectId: inTheWay.subjectId, ...when(inTheWay) })),
  ];
}

async function fullOf(
  db: Knex,
  now: Date,
  wanted: readonly Wanted[],
  shared: ReadonlyMap<string, number>,
  leaving: readonly string[],
) {
  const claims = wanted.filter(({ subjectId }) => shared.has(subjectId));
  const all = [...(await takenFor(db, now, claims, leaving)), ...claims];
  return [...shared].flatMap(([subjectId, capacity]) => {
    const taken = all.filter((one) => one.subjectId === subjectId);
    const over = claims.find((one) => one.subjectId === subjectId && peakOf(one, taken) > capacity);
    return over
      ? [{ subjectId, capacity, startsAt: over.startsAt.toISOString(), endsAt: over.endsAt.toISOString() }]
      : [];
  });
}
