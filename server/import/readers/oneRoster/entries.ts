import type { Sheet } from '../../forms/sheet.ts';

/** What OneRoster does not know of people and schools. */
export interface Defaults {
  readonly language: string;
  readonly zone: string;
}

/** A line of a table, by the names of its columns in whatever capitals. */
export interface Entry {
  readonly line: number;
  readonly at: (column: string) => string;
}

export interface Table {
  readonly file: string;
  readonly entries: readonly Entry[];
}

export const isOneRoster = (sheet: Sheet): boolean =>
  sheet.headings.cells.some((heading) => heading.toLowerCase() === 'sourcedid') || titleOf(sheet) === 'manifest';

const titleOf = ({ title }: Sheet): string => title.toLowerCase().trim();

/** A table of the roster; without lines where it was not given. */
export function tableOf(sheets: readonly Sheet[], name: string): Table {
  const sheet = sheets.find((one) => titleOf(one) === name.toLowerCase());
  if (!sheet) return { file: `${name}.csv`, entries: [] };
  const places = new Map(sheet.headings.cells.map((heading, at) => [heading.toLowerCase(), at]));
  const entries = sheet.rows.map(({ line, cells }) => ({
    line,
    at: (column: string) => cells[places.get(column.toLowerCase()) ?? -1] ?? '',
  }));
  return { file: sheet.file, entries };
}

/** The tables that are read, and how. */
export interface Roster {
  readonly isDelta: boolean;
  readonly defaults: Defaults;
  readonly orgs: Table;
  readonly users: Table;
  readonly roles: Table;
  readonly classes: Table;
  readonly courses: Table;
  readonly enrollments: Table;
  readonly academicSessions: Table;
}

/** What our own files say beside the standard. */
export const meta = (entry: Entry, name: string): string => entry.at(`metadata.tutoria.${name}`);
export const isGone = (entry: Entry): boolean => entry.at('status').toLowerCase() === 'tobedeleted';
/** Leaves out what the source does not say. */
export const known = (cells: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).flatMap(([name, text]) => (text ? [[name, text] as const] : [])));
export const listOf = (text: string): string[] =>
  text
    .split(/[,|]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The number of the first grade of a list. */
export const gradeOf = (entry: Entry): string => String(Number.parseInt(listOf(entry.at('grades'))[0] ?? '', 10) || '');

/** Ids with this sign in front are made of other columns again. */
export const ownId = (sourcedId: string): string => (sourcedId.startsWith('~') ? '' : sourcedId);
