import type { Existing } from '../domain/existing.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import { type ImportRecord, type Kind, keyOf, nameOf } from '../domain/records.ts';
import type { Sourced } from './sourced.ts';

/** Which references cannot be judged, because the file that would answer them is broken itself. */
export interface Broken {
  readonly kinds: ReadonlySet<Kind>;
  readonly keys: ReadonlySet<string>;
}

/** References to what is neither in the files nor in the database. */
export function unknownReferences(all: readonly Sourced[], existing: Existing, broken: Broken): ImportProblem[] {
  const known = new Set(all.map(({ record }) => nameOf(record)));
  const isKnown = (kind: Kind, key: string): boolean =>
    known.has(nameOf({ kind, key })) ||
    existing.records.has(nameOf({ kind, key })) ||
    broken.kinds.has(kind) ||
    broken.keys.has(key.split('|')[0] ?? '');
  return all.flatMap(({ row, needs }) =>
    needs
      .filter(({ kind, key }) => !isKnown(kind, key))
      .map(({ kind, key, column }) => row.fault(column, `unknown-${kind}`, { key: key.split('|').join(' / ') })),
  );
}

/** What the data would be after the import: the files' records over those in the database. */
function after(
  all: readonly Sourced[],
  existing: Existing,
  kind: Kind,
): readonly (ImportRecord & { source?: Sourced })[] {
  const records = new Map<string, ImportRecord & { source?: Sourced }>();
  for (const [name, record] of existing.records) if (record.kind === kind) records.set(name, record);
  for (const source of all) {
    const { record } = source;
    const name = nameOf(record);
    if (record.kind === kind)
      records.set(name, { ...record, fields: { ...records.get(name)?.fields, ...record.fields }, source });
  }
  return [...records.values()];
}

/** Terms that share a day with another term. */
export function overlappingTerms(all: readonly Sourced[], existing: Existing): ImportProblem[] {
  const terms = after(all, existing, 'term').toSorted((one, other) =>
    String(one.fields.startsOn) < String(other.fields.startsOn) ? -1 : 1,
  );
  return terms.flatMap((term, at) => {
    const before = terms[at - 1];
    if (!before || String(before.fields.endsOn) < String(term.fields.startsOn)) return [];
    const [blamed, other] = term.source ? [term.source, before] : [before.source, term];
    return blamed ? [blamed.row.fault('startsOn', 'term-overlaps', { name: String(other.fields.name) })] : [];
  });
}

/** Courses with the same group, subgroup, subject and teacher as another. */
export function repeatedCourses(all: readonly Sourced[], existing: Existing): ImportProblem[] {
  const seen = new Set<string>();
  const courses = after(all, existing, 'course').filter((course) => course.fields.isActive !== false);
  return courses.flatMap(({ fields, source }) => {
    const { group, subgroup, subject, teacher } = fields;
    const name = keyOf(...[group, subgroup, subject, teacher].map((part) => String(part ?? '')));
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return source ? [source.row.fault('subject', 'course-twice')] : [];
  });
}
