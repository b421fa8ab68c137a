import type { ImportProblem } from '../domain/importProblem.ts';
import { type HoursColumns, hoursColumns } from '../forms/hoursForm.ts';
import { plain } from '../forms/plain.ts';
import { type Row, readRows } from '../forms/rows.ts';
import type { Sheet } from '../forms/sheet.ts';
import { fileFault, readSources, type Source } from './readSources.ts';

export interface ReadHours {
  readonly rows: readonly Row<HoursColumns>[];
  readonly problems: readonly ImportProblem[];
  /** Headings of columns that are not looked at, such as the class. */
  readonly ignored: readonly string[];
}

const known = new Set(Object.values(hoursColumns).flatMap(({ headings }) => headings.map(plain)));

/** Headings that mean nothing here; a school’s own table may have what it wants beside. */
const strange = ({ headings }: Sheet): readonly string[] =>
  headings.cells.filter((heading) => heading !== '' && !known.has(plain(heading)));

/** Reads a home school’s own table of hours, in whatever form it was saved. */
export async function readHours(source: Source): Promise<ReadHours> {
  const { sheets, problems, format } = await readSources([source]);
  if (format !== 'sheets') return { rows: [], problems: [fileFault(source.name, 'file-kind')], ignored: [] };
  const read = sheets.map((sheet) =>
    readRows(sheet, hoursColumns, new Map(strange(sheet).map((heading) => [plain(heading), '']))),
  );
  return {
    rows: read.flatMap(({ rows }) => rows),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    ignored: [...new Set(sheets.flatMap(strange))],
  };
}
