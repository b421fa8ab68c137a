import type { Existing } from './existing.ts';
import type { Change } from './plan.ts';
import { type Fields, type ImportRecord, type Kind, kinds, nameOf, partsOf } from './records.ts';

/** Kinds of which a file tells all that belongs to an owner: the first part of the key. */
const owned: readonly Kind[] = ['role', 'guardianship', 'grid-place', 'tutor', 'member', 'subgroup-member'];

/** A kind whose column was in a file, and an owner that had a row there: `member:anna`. */
export type Governed = ReadonlySet<string>;

/** What has to change so that the database has what the files say, and by hand only what they never said. */
export function differences(
  records: readonly ImportRecord[],
  existing: Existing,
  governed: Governed,
): readonly Change[] {
  const kept = new Set(records.map(nameOf));
  const changes = [...records.flatMap((record) => changeOf(record, existing)), ...removals(kept, existing, governed)];
  return changes.toSorted(
    (one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || order(one.key, other.key),
  );
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function changeOf(record: ImportRecord, { records, memory }: Existing): Change[] {
  const { kind, key, fields } = record;
  const now = records.get(nameOf(record));
  const last = memory.get(nameOf(record));
  // What an import has brought and is no longer there was taken away by hand.
  if (!now) return last ? [] : [{ kind, key, action: 'add', fields, before: {} }];
  const changed = Object.keys(fields).filter(
    (name) => fields[name] !== now.fields[name] && fields[name] !== last?.[name],
  );
  return changed.length === 0
    ? []
    : [{ kind, key, action: 'change', fields: only(fields, changed), before: only(now.fields, changed) }];
}

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));

/** What an import has brought, its owner is still in the file, but it is not. */
const removals = (kept: ReadonlySet<string>, { records, memory }: Existing, governed: Governed): Change[] =>
  [...records.values()].flatMap((record) => {
    const { kind, key, fields } = record;
    const name = nameOf(record);
    const isGone =
      owned.includes(kind) && !kept.has(name) && memory.has(name) && governed.has(`${kind}:${partsOf(key)[0]}`);
    return isGone ? [{ kind, key, action: 'remove', fields: {}, before: fields }] : [];
  });
