import type { Change } from '../domain/plan.ts';
import { type ImportRecord, type Kind, keyOf, nameOf, partsOf } from '../domain/records.ts';

/** Kinds that have an id of their own. */
const entities: readonly Kind[] = [
  'home-school',
  'person',
  'subject',
  'group',
  'subgroup',
  'course',
  'term',
  'holiday',
];

/** From the school's own keys to ids, those of new things included. */
export interface Ids {
  /** Throws when there is no such thing: the plan has refused that before. */
  of(kind: Kind, key: string): string;
  orNull(kind: Kind, key: unknown): string | null;
  /** Ids of the parts of a joined key, for example of a role's person. */
  part(kind: Kind, record: Pick<ImportRecord, 'key'>, at: number): string;
}

/** Gives ids to what a plan adds. */
export function idsFor(changes: readonly Change[], known: ReadonlyMap<string, string>, newId: () => string): Ids {
  const ids = new Map(known);
  for (const change of changes)
    if (change.action === 'add' && entities.includes(change.kind)) ids.set(nameOf(change), newId());
  const of = (kind: Kind, key: string): string => {
    const id = ids.get(nameOf({ kind, key }));
    if (id === undefined) throw new Error(`The plan names ${kind} ${key}, which is not there`);
    return id;
  };
  return {
    of,
    orNull: (kind, key) => (typeof key === 'string' ? of(kind, key) : null),
    part: (kind, { key }, at) => of(kind, partsOf(key)[at] ?? ''),
  };
}

/** The id of the subgroup of a `person|group|subgroup` key. */
export function subgroupIdOf(ids: Ids, key: string): string {
  const [, group = '', subgroup = ''] = partsOf(key);
  return ids.of('subgroup', keyOf(group, subgroup));
}
