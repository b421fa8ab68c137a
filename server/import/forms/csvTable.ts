import { CsvError, parse } from 'csv-parse/sync';
import { fromHeadings } from './headingRow.ts';
import type { TableRow } from './sheet.ts';

export type Table =
  | { readonly ok: true; readonly headings: TableRow; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly line: number; readonly code: 'file-empty' | 'quotes' };

/** Titles may stand above the headings, without any sign that separates. */
const linesLookedAt = 12;

/** The sign that separates the headings: of comma, semicolon and tab the one that is the most frequent in any of the first lines. */
function delimiterOf(text: string): string {
  const first = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, linesLookedAt);
  const count = (sign: string): number => Math.max(...first.map((line) => line.split(sign).length));
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** Records with the lines on which they end: only the callback is told both. */
function parsedOf(text: string): readonly Parsed[] {
  const parsed: Parsed[] = [];
  parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    on_record: (record: readonly string[], { lines }) => {
      parsed.push({ record, info: { lines } });
      return null;
    },
  });
  return parsed;
}

/** Excel's hint for itself, on a line of its own. */
const excelHint = /^\uFEFF?sep=(.)\r?\n/i;

/** Reads a text into records, with the lines on which they begin. Blank lines are left out. */
export function readTable(text: string): Table {
  try {
    // The parser counts a CRLF within quotes as two lines.
    const hint = excelHint.test(text) ? 1 : 0;
    const lines = text.replace(excelHint, '').replace(/\r\n?/g, '\n');
    const rows = withLines(parsedOf(lines), hint).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [headings, ...rest] = fromHeadings(rows);
    return headings ? { ok: true, headings, rows: rest } : { ok: false, line: 1, code: 'file-empty' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { ok: false, line, code: 'quotes' };
  }
}

/** The parser tells where a record ends; it begins where the one before ended. */
function withLines(parsed: readonly Parsed[], skipped: number): TableRow[] {
  let begins = 1 + skipped;
  return parsed.map(({ info, record }) => {
    const row = {
      line: begins,
      cells: record.map((cell) =>
        cell
          .replace(/\u00A0/g, ' ')
          .trim()
          .replace(/^'(?=[=@+-])/, ''),
      ),
    };
    begins = info.lines + 1 + skipped;
    return row;
  });
}
