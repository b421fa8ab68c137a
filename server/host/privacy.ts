/*
 * What each table holds about people: declared by its plugin, beside its migrations. Every column is named
 * once, so that a new one cannot be added without a thought. Names are as in the database, snake_case.
 */

type Value = string | number | boolean | null;

/** Whose a row is: the column that holds the person's id, or leads to a row of another table that does. */
export interface Owner {
  readonly column: string;
  readonly through?: { readonly table: string; readonly key: string; readonly owner: string };
  /** Only rows with one of these values in a column. */
  readonly where?: { readonly column: string; readonly values: readonly string[] };
  /** The column is a text or JSON that has the id of the person somewhere inside. */
  readonly isInside?: true;
}

/** Rows that are deleted by themselves when they are older than so many days. */
export interface Retention {
  readonly days: number;
  /** The instant (`..._at`) from which it counts; rows without it stay. */
  readonly since: string;
}

export interface TablePrivacy {
  readonly table: string;
  /** Why it is kept, and what erasing a person does to it. */
  readonly why: string;
  readonly owners: readonly Owner[];
  /** What erasing a person does to that person's rows. */
  readonly erases: 'rows' | 'columns' | 'nothing';
  /** Columns in the export of a person. */
  readonly exported: readonly string[];
  /** Columns that are overwritten when a person is erased, and with what. */
  readonly overwritten: Readonly<Record<string, Value>>;
  /** Every other column. */
  readonly kept: readonly string[];
  readonly retention?: Retention;
}

interface Declared {
  /** Columns that hold the person's id, or how rows lead to it. */
  readonly of: readonly (string | Owner)[];
  readonly why: string;
  readonly retention?: Retention;
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const ownersOf = (of: Declared['of']): readonly Owner[] =>
  of.map((one) => (typeof one === 'string' ? { column: one } : one));

/** A table that tells nothing of a person. `columns`: all of them, between blanks. */
export const aboutNobody = (table: string, why: string, columns: string, retention?: Retention): TablePrivacy => ({
  table,
  why,
  owners: [],
  erases: 'nothing',
  exported: [],
  overwritten: {},
  kept: words(columns),
  ...(retention ? { retention } : {}),
});

/** A table whose rows go when their person is erased. `told` is exported, `untold` is not (ids, secrets). */
export const goesWithPerson = (
  table: string,
  { of, why, told, untold = '', retention }: Declared & { readonly told: string; readonly untold?: string },
): TablePrivacy => ({
  table,
  why,
  owners: ownersOf(of),
  erases: 'rows',
  exported: words(told),
  overwritten: {},
  kept: words(untold),
  ...(retention ? { retention } : {}),
});

/**
 * A table whose rows stay when their person is erased, because counts and other people's history need them:
 * `blanked` columns are overwritten; `told` and `untold` tell nothing without those.
 */
export const staysWithoutName = (
  table: string,
  {
    of,
    why,
    blanked,
    told,
    untold = '',
    retention,
  }: Declared & {
    readonly blanked: Readonly<Record<string, Value>>;
    readonly told: string;
    readonly untold?: string;
  },
): TablePrivacy => ({
  table,
  why,
  owners: ownersOf(of),
  erases: 'columns',
  exported: [...Object.keys(blanked), ...words(told)],
  overwritten: blanked,
  kept: words(untold),
  ...(retention ? { retention } : {}),
});

/** Every column that a declaration names. */
export const declaredColumns = ({ exported, overwritten, kept }: TablePrivacy): readonly string[] => [
  ...new Set([...exported, ...Object.keys(overwritten), ...kept]),
];
