import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** One record of a file. `line` is the line on which it begins; cells may hold line breaks. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table =
  | { readonly ok: true; readonly headings: TableRow; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly line: number; readonly code: 'file-empty' | 'quotes' };

/** The sign that separates the headings: whichever of comma, semicolon and tab is the most frequent. */
function delimiterOf(text: string): string {
  const first = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** What the parser answers when it is asked for lines; its own types do not say so. */
const Parsed = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));
type Parsed = z.infer<typeof Parsed>;

/** Reads a file into records, with the lines on which they begin. Blank lines are left out. */
export function readTable(text: string): Table {
  try {
    // The parser counts a CRLF within quotes as two lines.
    const lines = text.replace(/\r\n?/g, '\n');
    const parsed: unknown = parse(lines, {
      bom: true,
      delimiter: delimiterOf(lines),
      info: true,
      relax_column_count: true,
    });
    const rows = withLines(Parsed.parse(parsed)).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [headings, ...rest] = rows;
    return headings ? { ok: true, headings, rows: rest } : { ok: false, line: 1, code: 'file-empty' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { ok: false, line, code: 'quotes' };
  }
}

/** The parser tells where a record ends; it begins where the one before ended. */
function withLines(parsed: Parsed): TableRow[] {
  let begins = 1;
  return parsed.map(({ info, record }) => {
    const row = { line: begins, cells: record.map((cell) => cell.trim()) };
    begins = info.lines + 1;
    return row;
  });
}
