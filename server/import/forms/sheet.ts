import type { Column } from './cell.ts';
import { type Form, formats, formNames, forms } from './formats.ts';
import { plain } from './plain.ts';

/** One record of a file. `line` is the line on which it begins; cells may hold line breaks. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as it was given: a CSV file, or one sheet of a workbook. */
export interface Sheet {
  /** As the page shows it: the name of the file, with that of the sheet when there are several. */
  readonly file: string;
  /** Without folder and ending; tells the form. */
  readonly title: string;
  readonly headings: TableRow;
  readonly rows: readonly TableRow[];
  /** How the text was written; absent for workbooks. */
  readonly encoding?: string;
  /** Says only what changes: what is not there stays. */
  readonly isPartial?: boolean;
}

/** What the reader of the page said of headings and files that were not understood; remembered for the next time. */
export interface Mapping {
  readonly forms: readonly { readonly file: string; readonly form: Form | 'none' }[];
  /** `column` is the name in code; empty: the column is left out. */
  readonly headings: readonly { readonly form: Form; readonly heading: string; readonly column: string }[];
}

export const noMapping: Mapping = { forms: [], headings: [] };

/** Which form a sheet holds: as it was said, by its name, or by its headings. Undefined: it cannot be told. */
export function formOf(sheet: Sheet, mapping: Mapping): Form | 'none' | undefined {
  const said = mapping.forms.find(({ file }) => file === sheet.file);
  if (said) return said.form;
  const title = plain(sheet.title);
  const named = forms.find((form) => formNames[form].some((name) => plain(name) === title));
  return named ?? byHeadings(sheet);
}

/** The form all of whose required columns are there; of several the one with the most. */
function byHeadings(sheet: Sheet): Form | undefined {
  const headings = new Set(sheet.headings.cells.map(plain));
  const fitting = forms.flatMap((form) => {
    const columns: readonly Column<unknown>[] = Object.values(formats[form]);
    const found = columns.filter((column) => column.headings.some((name) => headings.has(plain(name))));
    const isWhole = columns.every((column) => !column.isRequired || found.includes(column));
    return isWhole ? [{ form, count: found.length }] : [];
  });
  return fitting.toSorted((one, other) => other.count - one.count)[0]?.form;
}
