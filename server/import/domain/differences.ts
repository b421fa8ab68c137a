import { isSameTelephone } from '../../host/telephone.ts';
import type { Existing } from './existing.ts';
import type { Change } from './plan.ts';
import { type Fields, type ImportRecord, type Kind, kinds, nameOf, partsOf } from './records.ts';

/** Kinds of which a file tells all that belongs to an owner: the first part of the key. */
const owned: readonly Kind[] = ['role', 'guardianship', 'channel', 'grid-place', 'tutor', 'member', 'subgroup-member'];

/** A kind whose column was in a file, and an owner that had a row there: `member:anna`. */
export type Governed = ReadonlySet<string>;

/** What the files say, as records. */
export interface Said {
  readonly records: readonly ImportRecord[];
  readonly governed: Governed;
  /** Names of records that are over. */
  readonly ended: readonly string[];
}

/** What has to change so that the database has what the files say, and by hand only what they never said. */
export function differences({ records, governed, ended }: Said, existing: Existing): readonly Change[] {
  const kept = new Set(records.map(nameOf));
  const over = new Set(ended.filter((name) => !kept.has(name)));
  const changes = [
    ...records.flatMap((record) => changeOf(record, existing)),
    ...removals(kept, over, existing, governed),
  ];
  const order = new Map(kinds.map((kind, at) => [kind, at]));
  return changes.toSorted(
    (one, other) => (order.get(one.kind) ?? 0) - (order.get(other.kind) ?? 0) || byText(one.key, other.key),
  );
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function changeOf(record: ImportRecord, { records, memory }: Existing): Change[] {
  const { kind, key, fields } = record;
  const name = nameOf(record);
  const now = records.get(name);
  const last = memory.get(name);
  // What an import has brought and is no longer there was taken away by hand.
  if (!now) return last ? [] : [{ kind, key, action: 'add', fields, before: {} }];
  const changed = Object.keys(fields).filter(
    (field) => !isEqual(field, fields[field], now.fields[field]) && !isEqual(field, fields[field], last?.[field]),
  );
  return changed.length === 0
    ? []
    : [{ kind, key, action: 'change', fields: only(fields, changed), before: only(now.fields, changed) }];
}

/** A telephone that is written in another way is no other telephone. */
const isEqual = (field: string, one: unknown, other: unknown): boolean =>
  one === other ||
  (field === 'phone' && typeof one === 'string' && typeof other === 'string' && isSameTelephone(one, other));

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));

/** What a file says is over; and what an import has brought, whose owner is still in the file, but it is not. */
const removals = (
  kept: ReadonlySet<string>,
  over: ReadonlySet<string>,
  { records, memory }: Existing,
  governed: Governed,
): Change[] =>
  [...records].flatMap(([name, record]) => {
    const { kind, key, fields } = record;
    if (!owned.includes(kind) || kept.has(name)) return [];
    const isGone = over.has(name) || (memory.has(name) && governed.has(`${kind}:${partsOf(key)[0]}`));
    const ofEndedGroup =
      kind === 'subgroup-member' && over.has(nameOf({ kind: 'member', key: partsOf(key).slice(0, 2).join('|') }));
    return isGone || ofEndedGroup ? [{ kind, key, action: 'remove', fields: {}, before: fields }] : [];
  });
