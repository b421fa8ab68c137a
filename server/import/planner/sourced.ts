import type { ImportProblem } from '../domain/importProblem.ts';
import { type ImportRecord, type Kind, nameOf } from '../domain/records.ts';
import type { Row } from '../forms/rows.ts';

/** Something that a record names and that has to exist, in the files or in the database. */
export interface Reference {
  readonly kind: Kind;
  readonly key: string;
  /** The column that names it. */
  readonly column: string;
}

/** A record, the row that it comes from, and what it needs. */
export interface Sourced {
  readonly record: ImportRecord;
  readonly row: Row;
  readonly needs: readonly Reference[];
  /** The column to blame when the same thing is there twice; absent where rows may repeat it. */
  readonly unique?: string;
}

/** What the rows of one or more files say. */
export interface Told {
  readonly records: readonly Sourced[];
  readonly problems: readonly ImportProblem[];
  /** Names of records that a row says are over. */
  readonly ended?: readonly string[];
}

export const told = (records: readonly Sourced[] = [], problems: readonly ImportProblem[] = []): Told => ({
  records,
  problems,
});

/** Removes what the row says nothing of. */
export function stated(
  fields: Readonly<Record<string, ImportRecord['fields'][string] | undefined>>,
): ImportRecord['fields'] {
  const known: Record<string, ImportRecord['fields'][string]> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known[name] = value;
  return known;
}

/** Brings together what all files say of the same things; contradictions become problems. */
export function gather(all: readonly Sourced[]): {
  readonly records: readonly Sourced[];
  readonly problems: readonly ImportProblem[];
} {
  const byName = new Map<string, Sourced>();
  const problems: ImportProblem[] = [];
  for (const one of all) {
    const name = nameOf(one.record);
    const first = byName.get(name);
    const clash = first && clashOf(first, one);
    if (clash) problems.push(clash);
    else byName.set(name, first ? merged(first, one) : one);
  }
  return { records: [...byName.values()], problems };
}

function clashOf(first: Sourced, again: Sourced): ImportProblem | undefined {
  const where = { otherFile: first.row.file, otherLine: first.row.line };
  if (again.unique !== undefined) return again.row.fault(again.unique, 'twice', where);
  for (const [field, value] of Object.entries(again.record.fields)) {
    const other = first.record.fields[field];
    if (other !== undefined && other !== value)
      return again.row.fault(field, 'contradicts', { ...where, other: String(other) });
  }
  return undefined;
}

const merged = (first: Sourced, again: Sourced): Sourced => ({
  ...first,
  record: { ...first.record, fields: { ...first.record.fields, ...again.record.fields } },
  needs: [...first.needs, ...again.needs],
});
