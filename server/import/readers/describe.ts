import type { Column } from '../forms/cell.ts';
import { type Form, formats } from '../forms/formats.ts';
import { plain } from '../forms/plain.ts';
import { formOf, type Mapping, type Sheet } from '../forms/sheet.ts';
import { saidOf } from '../planner/readFiles.ts';

/** What was understood of a sheet, for whoever has to say the rest. */
export interface Described {
  readonly file: string;
  readonly form: Form | 'none' | null;
  readonly rows: number;
  readonly encoding: string | null;
  readonly headings: readonly { readonly heading: string; readonly column: string | null; readonly sample: string }[];
  readonly missing: readonly string[];
}

const longestSample = 60;
const mostHeadings = 100;

export function describe(sheet: Sheet, mapping: Mapping): Described {
  const form = formOf(sheet, mapping) ?? null;
  const { file, rows, headings, encoding = null } = sheet;
  const base = { file, form, rows: rows.length, encoding };
  if (form === null || form === 'none') return { ...base, headings: [], missing: [] };
  const columns: readonly [string, Column<unknown>][] = Object.entries(formats[form]);
  const said = saidOf(form, mapping);
  const columnOf = (heading: string): string | null => {
    const told = said.get(plain(heading));
    if (told !== undefined) return told;
    return columns.find(([, { headings: names }]) => names.some((name) => plain(name) === plain(heading)))?.[0] ?? null;
  };
  const described = headings.cells.slice(0, mostHeadings).flatMap((heading, at) => {
    if (heading === '') return [];
    const sample = rows.find(({ cells }) => cells[at])?.cells[at] ?? '';
    return [{ heading: heading.slice(0, 300), column: columnOf(heading), sample: sample.slice(0, longestSample) }];
  });
  const found = new Set(described.map(({ column }) => column));
  const missing = columns.flatMap(([name, column]) => (column.isRequired && !found.has(name) ? [name] : []));
  return { ...base, headings: described, missing };
}
