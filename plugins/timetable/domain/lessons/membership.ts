import type { StudentsOn } from './concerned.ts';
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
  const changes = new Map<string, { joins: string[]; leaves: string[] }>();
  const of = (personId: string) => {
    const one = changes.get(personId) ?? { joins: [], leaves: [] };
    changes.set(personId, one);
    return one;
  };
  for (const { courseId, on, teacherId, commitmentId } of lessons) {
    if (commitmentId === null) continue;
    const wanted = new Set([...learn(courseId, on), ...(teacherId ? [teacherId] : [])]);
    const present = new Set((claimed.get(commitmentId) ?? []).filter(isPerson));
    for (const personId of wanted) if (!present.has(personId)) of(personId).joins.push(commitmentId);
    for (const personId of present) if (!wanted.has(personId)) of(personId).leaves.push(commitmentId);
  }
  return [...changes]
    .map(([personId, { joins, leaves }]) => ({ personId, joins, leaves }))
    .sort((a, b) => a.personId.localeCompare(b.personId));
}
