import { createHash } from 'node:crypto';
import { differences } from '../domain/differences.ts';
import type { Existing } from '../domain/existing.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Change, Plan } from '../domain/plan.ts';
import { type ImportRecord, nameOf } from '../domain/records.ts';
import { type Mapping, noMapping, type Sheet } from '../forms/sheet.ts';
import { overlappingTerms, repeatedCourses, unknownReferences } from './checks.ts';
import { readFiles } from './readFiles.ts';
import { gather } from './sourced.ts';

/** What is to be planned: tables, and what was wrong with files already. */
export interface ToPlan {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly ImportProblem[];
}

/**
 * What an import of these tables changes; existing is what the database has. Every fault of every file is found
 * at once; with any fault nothing is changed. Preview and commit both run this.
 */
export function planImport(
  { sheets, problems: before }: ToPlan,
  existing: Existing,
  mapping: Mapping = noMapping,
): Plan {
  const read = readFiles(sheets, existing, mapping);
  const gathered = gather(read.records);
  const problems = inOrder(
    [
      ...before,
      ...read.problems,
      ...gathered.problems,
      ...unknownReferences(read.records, existing, read.broken),
      ...overlappingTerms(gathered.records, existing),
      ...repeatedCourses(gathered.records, existing),
    ],
    sheets,
  );
  const records = gathered.records.map(({ record }) => record);
  const isFaulty = problems.length > 0;
  const changes = isFaulty ? [] : differences({ ...read, records }, existing);
  const leftAlone = isFaulty ? {} : countLeftAlone(records, changes);
  return { changes, problems, leftAlone, records, fingerprint: fingerprintOf(records, changes, problems) };
}

function countLeftAlone(records: readonly ImportRecord[], changes: readonly Change[]): Plan['leftAlone'] {
  const touched = new Set(changes.map(nameOf));
  const counts: Record<string, number> = {};
  for (const record of records) if (!touched.has(nameOf(record))) counts[record.kind] = (counts[record.kind] ?? 0) + 1;
  return counts;
}

const inOrder = (problems: readonly ImportProblem[], sheets: readonly Sheet[]): readonly ImportProblem[] => {
  const place = new Map(sheets.map(({ file }, at) => [file, at]));
  return problems.toSorted(
    (one, other) => (place.get(one.file) ?? 0) - (place.get(other.file) ?? 0) || one.line - other.line,
  );
};

/** Piece by piece: a large import would be a text of many megabytes. */
function fingerprintOf(...lists: readonly (readonly unknown[])[]): string {
  const hash = createHash('sha256');
  for (const list of lists) {
    hash.update('[');
    for (const one of list) hash.update(JSON.stringify(one));
  }
  return hash.digest('hex');
}
