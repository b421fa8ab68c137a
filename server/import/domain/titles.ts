import type { Change } from './plan.ts';
import { type Fields, type ImportRecord, type Kind, nameOf, partsOf } from './records.ts';

/** Which parts of a joined key name persons. */
const personParts: Readonly<Partial<Record<Kind, readonly number[]>>> = {
  person: [0],
  student: [0],
  role: [0],
  guardianship: [0, 1],
  channel: [0],
  tutor: [1],
  member: [0],
  'subgroup-member': [0],
  windows: [0],
};

/** The school's own keys of the people whom a change is about. */
export const peopleOf = ({ kind, key }: Pick<Change, 'kind' | 'key'>): readonly string[] => {
  const parts = partsOf(key);
  return (personParts[kind] ?? []).flatMap((at) => parts[at] ?? []);
};

/** What each change is called for people: names where the school's own keys say little. */
export function titlesOf(
  changes: readonly Change[],
  existing: ReadonlyMap<string, ImportRecord>,
): (change: Change) => string {
  const people = new Map<string, Fields>();
  for (const { kind, key, fields } of changes) if (kind === 'person' && fields.familyName) people.set(key, fields);
  const personName = (key: string): string => {
    const old = existing.get(nameOf({ kind: 'person', key }))?.fields;
    const { familyName, givenName, middleName } = { ...old, ...people.get(key) };
    return [familyName, givenName, middleName].filter(Boolean).join(' ') || shown(key);
  };
  return (change) => {
    const { kind, key, fields } = change;
    const named = personParts[kind] ?? [];
    // Of a channel the address is shown as it is written, among the values.
    const parts = (kind === 'channel' ? partsOf(key).slice(0, 1) : partsOf(key)).map((part, at) =>
      named.includes(at) ? personName(part) : shown(part),
    );
    const old = existing.get(nameOf(change))?.fields;
    const own = kind === 'person' ? '' : String(fields.name ?? old?.name ?? '');
    return [own, ...parts].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(' · ');
  };
}

/** Things made by hand have no key of the school's own. */
const shown = (part: string): string => (part === '#' || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part) ? '' : part);
