import type { HealthNorms } from './healthNorms.ts';

/** Norms of one home school, and whom of those in a timetable they protect. */
export interface SchoolNorms {
  readonly homeSchoolId: string;
  readonly norms: HealthNorms;
  readonly studentIds: ReadonlySet<string>;
}

/** What norms a timetable is to keep: those of home schools that have their own, the usual ones for all other students. */
export interface NormFacts {
  /** Null while there are none for everybody. */
  readonly norms: HealthNorms | null;
  readonly schoolNorms: readonly SchoolNorms[];
}

/** One set of norms, for those whom it protects. */
export interface NormSet {
  /** Null for the norms of everybody whose home school has none of its own. */
  readonly homeSchoolId: string | null;
  readonly norms: HealthNorms;
  /** Whether anybody of these students is protected by it. */
  holdsFor(studentIds: readonly string[]): boolean;
}

/** All sets of norms that there are, the usual ones first; those hold also where nobody learns yet. */
export function normSets({ norms, schoolNorms }: NormFacts): readonly NormSet[] {
  const hasOwn = (id: string): boolean => schoolNorms.some(({ studentIds }) => studentIds.has(id));
  const usual = norms && {
    homeSchoolId: null,
    norms,
    holdsFor: (ids: readonly string[]) => ids.length === 0 || ids.some((id) => !hasOwn(id)),
  };
  return [
    ...(usual ? [usual] : []),
    ...schoolNorms.map((one) => ({
      homeSchoolId: one.homeSchoolId,
      norms: one.norms,
      holdsFor: (ids: readonly string[]) => ids.some((id) => one.studentIds.has(id)),
    })),
  ];
}

/** Marks the id of a rule with the home school whose norm it is. */
export const ofSchool = (homeSchoolId: string | null): string => (homeSchoolId === null ? '' : `@${homeSchoolId}`);

/** Takes such a mark off again. */
export function withoutSchool(id: string): { readonly id: string; readonly homeSchoolId?: string } {
  const at = id.indexOf('@');
  return at < 0 ? { id } : { id: id.slice(0, at), homeSchoolId: id.slice(at + 1) };
}
