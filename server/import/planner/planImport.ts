import { createHash } from 'node:crypto';
import type { ImportFile } from '../csv/rows.ts';
import { differences } from '../domain/differences.ts';
import type { Existing } from '../domain/existing.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import type { Plan } from '../domain/plan.ts';
import { overlappingTerms, repeatedCourses, unknownReferences } from './checks.ts';
import { readFiles } from './readFiles.ts';
import { gather } from './sourced.ts';

/**
 * What an import of these files changes. Files are the school's CSV files, existing is what the database
 * has. Every fault of every file is found at once; with any fault nothing is changed.
 */
export function planImport(files: readonly ImportFile[], existing: Existing): Plan {
  const read = readFiles(files, existing);
  const gathered = gather(read.records);
  const problems = [
    ...read.problems,
    ...gathered.problems,
    ...unknownReferences(read.records, existing, read.broken),
    ...overlappingTerms(gathered.records, existing),
    ...repeatedCourses(gathered.records, existing),
  ];
  const records = gathered.records.map(({ record }) => record);
  const changes = problems.length > 0 ? [] : differences(records, existing, read.governed);
  return { changes, problems: inOrder(problems, files), fingerprint: fingerprintOf({ records, changes, problems }) };
}

const inOrder = (problems: readonly ImportProblem[], files: readonly ImportFile[]): readonly ImportProblem[] => {
  const place = new Map(files.map((file, at) => [file.name, at]));
  return problems.toSorted(
    (one, other) => (place.get(one.file) ?? 0) - (place.get(other.file) ?? 0) || one.line - other.line,
  );
};

const fingerprintOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** What the files say, whatever the database has: what the import remembers once it is applied. */
export const recordsOf = (files: readonly ImportFile[], existing: Existing) =>
  gather(readFiles(files, existing).records).records.map(({ record }) => record);
