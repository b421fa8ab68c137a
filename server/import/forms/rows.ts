import type { ImportProblem } from '../domain/importProblem.ts';
import type { Column, Fault } from './cell.ts';
import { plain } from './plain.ts';
import type { Sheet, TableRow } from './sheet.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type Values<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** A row whose cells could all be read. */
export interface Row<C extends Columns = Columns> {
  readonly file: string;
  readonly line: number;
  readonly values: Values<C>;
  /** The sheet says only what changes. */
  readonly isPartial: boolean;
  /** The problem that a cell of this row is, found by comparing it with others. */
  fault(column: keyof C & string, code: string, params?: Fault['params']): ImportProblem;
}

export interface ReadRows<C extends Columns> {
  readonly rows: readonly Row<C>[];
  readonly problems: readonly ImportProblem[];
  /** Cells of the first column of rows that could not be read: references to them are not reported again. */
  readonly brokenKeys: readonly string[];
}

/** Where each column is, by its name in code; -1 when it is missing. */
type Places = Readonly<Record<string, number>>;

/** What was said of a heading of this form: the name of the column in code, empty for a column to be left out. */
export type Said = ReadonlyMap<string, string>;

const placeOf = (headings: TableRow, name: string, column: Column<unknown>, said: Said): number => {
  const names = column.headings.map(plain);
  const told = headings.cells.findIndex((heading) => said.get(plain(heading)) === name);
  return told >= 0
    ? told
    : headings.cells.findIndex((heading) => !said.has(plain(heading)) && names.includes(plain(heading)));
};

/** Reads a file by its columns; all faults of all cells at once. */
export function readRows<C extends Columns>(file: Sheet, columns: C, said: Said = new Map()): ReadRows<C> {
  const { headings } = file;
  const places: Places = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, placeOf(headings, name, column, said)]),
  );
  const wrong = headingFaults(file, headings, columns, places, said);
  if (wrong.length > 0) return { rows: [], problems: wrong, brokenKeys: [] };
  const read = file.rows.map((row) => readRow(file, headings, row, columns, places));
  return {
    rows: read.flatMap(({ row }) => (row ? [row] : [])),
    problems: read.flatMap(({ problems }) => problems),
    brokenKeys: read.flatMap(({ row }, at) => (row ? [] : [file.rows[at]?.cells[Math.max(0, places.id ?? 0)] ?? ''])),
  };
}

const problem = (
  file: Sheet,
  line: number,
  column: string,
  code: string,
  value = '',
  params: Fault['params'] = {},
): ImportProblem => ({ file: file.file, line, column, code, value, params });

function headingFaults(
  file: Sheet,
  { line, cells }: TableRow,
  columns: Columns,
  places: Places,
  said: Said,
): ImportProblem[] {
  const missing = Object.entries(columns)
    .filter(([name, column]) => column.isRequired && (places[name] ?? -1) < 0)
    .map(([, column]) => problem(file, line, column.headings[0], 'heading-missing', column.headings[0]));
  const surplus = cells.flatMap((heading, at) => {
    if (heading === '' || Object.values(places).includes(at) || said.get(plain(heading)) === '') return [];
    const isKnown = Object.values(columns).some((column) =>
      column.headings.some((name) => plain(name) === plain(heading)),
    );
    return [problem(file, line, heading, isKnown ? 'heading-twice' : 'heading-unknown', heading)];
  });
  return [...missing, ...surplus];
}

function readRow<C extends Columns>(
  file: Sheet,
  headings: TableRow,
  { line, cells }: TableRow,
  columns: C,
  places: Places,
): { readonly row: Row<C> | undefined; readonly problems: readonly ImportProblem[] } {
  const headingOf = (name: string): string => headings.cells[places[name] ?? -1] ?? columns[name]?.headings[0] ?? '';
  const textOf = (name: string): string => cells[places[name] ?? -1] ?? '';
  const problems: ImportProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    if ((places[name] ?? -1) < 0) {
      values[name] = column.whenMissing;
      continue;
    }
    const reading = column.read(textOf(name));
    if (reading.ok) values[name] = reading.value;
    else problems.push(problem(file, line, headingOf(name), reading.fault.code, textOf(name), reading.fault.params));
  }
  const surplus = cells.slice(headings.cells.length).find((cell) => cell !== '');
  if (surplus !== undefined) problems.push(problem(file, line, '', 'too-many-cells', surplus));
  const row: Row<C> = {
    file: file.file,
    line,
    isPartial: file.isPartial === true,
    // Every column of `columns` was read into `values` just above, under its own name.
    values: values as Values<C>,
    fault: (name, code, params = {}) => problem(file, line, headingOf(name), code, textOf(name), params),
  };
  return { row: problems.length === 0 ? row : undefined, problems };
}
