import type { Moment } from '../day.ts';
import { rightsOf } from '../domain/rights.ts';
import { currentBy, currentOf, type StoredGuardianship } from '../store/guardianships.ts';
import { limitKindsOf } from '../store/limits.ts';
import { peopleByIds } from '../store/people.ts';
import type { ChildOf, GuardianOf } from '../views.ts';

/** A guardianship that holds, with what it allows today. */
export interface HeldGuardianship extends StoredGuardianship {
  /** A court has taken some of what was granted. */
  readonly isLimited: boolean;
}

/** With what each allows today. */
async function withRights(moment: Moment, rows: readonly StoredGuardianship[]): Promise<HeldGuardianship[]> {
  const limits = await limitKindsOf(
    moment,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const kinds = limits.get(row.id) ?? [];
    return { ...row, ...rightsOf(row, kinds), isLimited: kinds.length > 0 };
  });
}

/** All guardianships of students that hold, also of those who may not see the child. */
export const allHeldOf = async (moment: Moment, studentIds: readonly string[]): Promise<HeldGuardianship[]> =>
  withRights(moment, await currentOf(moment, studentIds));

/** All guardianships of guardians that hold, also those in which they may not see the child. */
export const allHeldBy = async (moment: Moment, guardianIds: readonly string[]): Promise<HeldGuardianship[]> =>
  withRights(moment, await currentBy(moment, guardianIds));

/** Who looks after these students and may see them. */
export async function guardiansOf(moment: Moment, studentIds: readonly string[]): Promise<readonly GuardianOf[]> {
  const rows = (await allHeldOf(moment, studentIds)).filter(({ maySee }) => maySee);
  const guardians = await peopleByIds(moment.db, [...new Set(rows.map((row) => row.guardianId))]);
  const byId = new Map(guardians.map((guardian) => [guardian.id, guardian]));
  return rows.flatMap(({ id, guardianId, studentId, relation, mayAct }) => {
    const guardian = byId.get(guardianId);
    return guardian ? [{ studentId, relation, mayAct, guardianshipId: id, guardian }] : [];
  });
}

/** The children of a guardian today, as far as they may see them. */
export async function childrenOf(moment: Moment, guardianId: string): Promise<readonly ChildOf[]> {
  const rows = await childrenOfMany(moment, [guardianId]);
  return rows.map(({ studentId, relation, mayAct }) => ({ studentId, relation, mayAct }));
}

/** The same of many guardians. */
export async function childrenOfMany(
  moment: Moment,
  guardianIds: readonly string[],
): Promise<readonly (ChildOf & { readonly guardianId: string })[]> {
  const rows = (await allHeldBy(moment, guardianIds)).filter(({ maySee }) => maySee);
  return rows.map(({ guardianId, studentId, relation, mayAct }) => ({ guardianId, studentId, relation, mayAct }));
}
