/** Why a cell, a row or a file cannot be used. The texts are `faults.<code>` in the locales. */
export interface Fault {
  readonly code: string;
  /** Further values of the text, beside `value`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const good = <T>(value: T): Reading<T> => ({ ok: true, value });
export const bad = (code: string, params: Fault['params'] = {}): Reading<never> => ({
  ok: false,
  fault: { code, params },
});

export type Headings = readonly [en: string, ru: string, es: string, ...others: string[]];

/** How one column is read. */
export interface Column<T> {
  /** In English, Russian and Spanish, then what else the heading may be; compared without case. */
  readonly headings: Headings;
  readonly isRequired: boolean;
  /** The value of a missing column: undefined means that the file says nothing of it. */
  readonly whenMissing: T | undefined;
  /** Reads a cell without blanks around it. */
  read(text: string): Reading<T>;
}

/** A column that must be there, with a value in every row. */
export const required = <T>(headings: Column<T>['headings'], read: (text: string) => Reading<T>): Column<T> => ({
  headings,
  isRequired: true,
  whenMissing: undefined,
  read: (text) => (text === '' ? bad('empty') : read(text)),
});

/** A column that may be left out; an empty cell means `empty`. */
export const optional = <T, E>(
  headings: Column<T>['headings'],
  read: (text: string) => Reading<T>,
  empty: E,
): Column<T | E | undefined> => ({
  headings,
  isRequired: false,
  whenMissing: undefined,
  read: (text) => (text === '' ? good(empty) : read(text)),
});
