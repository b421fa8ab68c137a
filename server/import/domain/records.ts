/** What an import is made of; in the order in which things are added. */
export const kinds = [
  'home-school',
  'person',
  'student',
  'role',
  'guardianship',
  'channel',
  'subject',
  'group',
  'grid-place',
  'tutor',
  'subgroup',
  'member',
  'subgroup-member',
  'course',
  'term',
  'holiday',
  'windows',
] as const;
export type Kind = (typeof kinds)[number];

export type Value = string | number | boolean | null;
export type Fields = Readonly<Record<string, Value>>;

/** One thing as a file, or the database, has it. Two records with the same kind and key are the same thing. */
export interface ImportRecord {
  readonly kind: Kind;
  readonly key: string;
  /** What the file says nothing of is left out. */
  readonly fields: Fields;
  /** For things that belong to something, such as a tutor to a group: whose absence from a file means removal. */
  readonly owner?: string;
}

/** Joins keys; the school's own keys have no `|`. */
export const keyOf = (...parts: readonly (string | number | null)[]): string =>
  parts.map((part) => part ?? '').join('|');

export const partsOf = (key: string): readonly string[] => key.split('|');

/** Names a record among all kinds. */
export const nameOf = ({ kind, key }: Pick<ImportRecord, 'kind' | 'key'>): string => `${kind}:${key}`;
