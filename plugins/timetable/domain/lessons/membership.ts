import { learnersOf, type StudentsOn } from './concerned.ts';
import type { Lesson } from './lesson.ts';

/** Somebody who is to be added to, or freed from, lessons. */
export interface MembershipChange {
  readonly personId: string;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
}

/**
 * What has to change in the ledger so that each lesson takes exactly its teacher and those who learn in its course on
 * its date. Commitments are named, not lessons; resources are left as they are.
 */
export function membershipChanges(
  lessons: readonly Lesson[],
  learn: StudentsOn,
  claimed: ReadonlyMap<string, readonly string[]>,
  isPerson: (subjectId: string) => boolean,
): readonly MembershipChange[] {
  const joins = new Map<string, string[]>();
  const leaves = new Map<string, string[]>();
  for (const lesson of lessons) {
    const { on, teacherId, commitmentId } = lesson;
    if (commitmentId === null) continue;
    const wanted = [...learnersOf(learn, lesson, on), ...(teacherId ? [teacherId] : [])];
    const present = (claimed.get(commitmentId) ?? []).filter(isPerson);
    noteMissing(joins, wanted, new Set(present), commitmentId);
    noteMissing(leaves, present, new Set(wanted), commitmentId);
  }
  return [...new Set([...joins.keys(), ...leaves.keys()])]
    .sort()
    .map((personId) => ({ personId, joins: joins.get(personId) ?? [], leaves: leaves.get(personId) ?? [] }));
}

/** Notes the commitment for each person who is not among the others. */
function noteMissing(
  noted: Map<string, string[]>,
  persons: readonly string[],
  others: ReadonlySet<string>,
  commitmentId: string,
): void {
  for (const personId of persons.filter((id) => !others.has(id)))
    noted.set(personId, [...(noted.get(personId) ?? []), commitmentId]);
}
