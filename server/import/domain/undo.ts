import type { Change } from './plan.ts';
import { type Fields, type ImportRecord, type Kind, nameOf, partsOf } from './records.ts';

/** A change of the import that is to be undone, by its number. */
export interface Done extends Change {
  readonly nth: number;
}

/** Why something stays as it is: changed by hand since, or no longer there. */
export type WhyKept = 'edited' | 'gone';

export interface Undoing {
  /** What takes the import back; entities that it had added are in `added`. */
  readonly changes: readonly Change[];
  /** Things that the import had made and that nobody has touched since. */
  readonly added: readonly Done[];
  readonly kept: readonly { readonly done: Done; readonly why: WhyKept }[];
}

/** Kinds that are things of their own: taking them back means deleting them, if nothing else needs them. */
const entities: readonly Kind[] = [
  ...(['home-school', 'person', 'student', 'subject', 'group', 'subgroup', 'course', 'term', 'holiday'] as const),
];

/** Which parts of a joined key name a person or a group. */
const ownersOf: Readonly<Partial<Record<Kind, (parts: readonly string[]) => readonly string[]>>> = {
  student: ([person = '']) => [`person:${person}`],
  role: ([person = '']) => [`person:${person}`],
  channel: ([person = '']) => [`person:${person}`],
  guardianship: ([guardian = '', student = '']) => [`person:${guardian}`, `person:${student}`],
  'grid-place': ([group = '']) => [`group:${group}`],
  tutor: ([group = '']) => [`group:${group}`],
  subgroup: ([group = '']) => [`group:${group}`],
  member: ([person = '', group = '']) => [`person:${person}`, `group:${group}`],
  'subgroup-member': ([person = '', group = '']) => [`person:${person}`, `group:${group}`],
  windows: ([person = '']) => [`person:${person}`],
};

/** How an import is taken back without touching what was changed by hand since. */
export function undoOf(done: readonly Done[], now: ReadonlyMap<string, ImportRecord>): Undoing {
  const byItself = addressesOf(done);
  const touched = editedOwners(done, now, byItself);
  const changes: Change[] = [];
  const added: Done[] = [];
  const kept: { done: Done; why: WhyKept }[] = [];
  for (const one of done) {
    const name = nameOf(one);
    const record = now.get(name);
    if (one.action === 'remove') {
      if (!record) changes.push({ ...one, action: 'add', fields: one.before, before: {} });
      continue;
    }
    if (!record) {
      kept.push({ done: one, why: 'gone' });
      continue;
    }
    const edited = editedFields(one, record.fields, byItself);
    const owners = ownersOf[one.kind]?.(partsOf(one.key)) ?? [];
    if (one.action === 'change') {
      const back = Object.keys(one.fields).filter((field) => !edited.includes(field));
      if (back.length > 0) changes.push({ ...one, fields: only(one.before, back), before: only(record.fields, back) });
      if (edited.length > 0) kept.push({ done: one, why: 'edited' });
    } else if (edited.length > 0 || owners.some((owner) => touched.has(owner))) kept.push({ done: one, why: 'edited' });
    else if (entities.includes(one.kind)) added.push(one);
    else changes.push({ ...one, action: 'remove', fields: {}, before: record.fields });
  }
  return { changes, added, kept };
}

/** People and groups that the import made and somebody has edited since: they stay, with all that belongs to them. */
const editedOwners = (
  done: readonly Done[],
  now: ReadonlyMap<string, ImportRecord>,
  byItself: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    done.flatMap((one) => {
      const record = now.get(nameOf(one));
      const isOwner = one.action === 'add' && (one.kind === 'person' || one.kind === 'group');
      return isOwner && record && editedFields(one, record.fields, byItself).length > 0 ? [nameOf(one)] : [];
    }),
  );

/** Addresses that the import brought as ways to reach people: the first of them became the person's own. */
const addressesOf = (done: readonly Done[]): ReadonlySet<string> =>
  new Set(
    done.flatMap(({ kind, key, fields }) => (kind === 'channel' ? [`${partsOf(key)[0]} ${String(fields.value)}`] : [])),
  );

const editedFields = ({ kind, key, fields }: Done, now: Fields, byItself: ReadonlySet<string>): string[] =>
  Object.keys(fields).filter(
    (field) => fields[field] !== now[field] && !(kind === 'person' && byItself.has(`${key} ${String(now[field])}`)),
  );

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
