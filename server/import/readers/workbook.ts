import type { SSF, WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { TableRow } from '../forms/sheet.ts';
import { fullRoom, type Room, unzip } from './unzip.ts';

/** One sheet of a workbook; rows without any text are left out. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

const mostRows = 100_000;
const mostColumns = 200;

interface Cell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
}

/**
 * Reads a workbook as text. It is unpacked first by a reader that keeps limits, and handed on as an archive
 * without compression, so that nothing in it can swell.
 */
export async function readWorkbook(bytes: Uint8Array, room: Room = fullRoom()): Promise<readonly WorkbookSheet[]> {
  // Loaded with the first workbook: it is large.
  const { read, SSF } = await import('@e965/xlsx');
  const parts = unzip(bytes, room);
  const stored = zipSync(Object.fromEntries(parts.map(({ name, bytes: part }) => [name, part])), { level: 0 });
  const book = read(stored, { type: 'array', dense: true, cellNF: true, cellHTML: false, sheetRows: mostRows });
  return book.SheetNames.map((name) => ({ name, rows: rowsOf(book.Sheets[name], SSF) }));
}

type Formats = typeof SSF;

function rowsOf(sheet: WorkSheet | undefined, formats: Formats): TableRow[] {
  const data: readonly (readonly (Cell | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  return data.flatMap((cells, at) => {
    if (!cells) return [];
    const texts = Array.from({ length: Math.min(cells.length, mostColumns) }, (_, column) =>
      textOf(cells[column], formats),
    );
    return texts.some((text) => text !== '') ? [{ line: at + 1, cells: texts }] : [];
  });
}

/** What a cell says: dates and times as we write them, numbers without a format, formulas by their result. */
function textOf(cell: Cell | undefined, formats: Formats): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return '';
  if (cell.t === 'b') return cell.v === true ? 'yes' : 'no';
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, cell.z, formats);
  return String(cell.v)
    .replace(/\u00A0/g, ' ')
    .replaceAll('\0', '')
    .trim();
}

function numberText(value: number, format: Cell['z'], formats: Formats): string {
  if (typeof format !== 'string' || !formats.is_date(format)) return String(value);
  const { y, m, d, H, M } = formats.parse_date_code(value);
  const time = `${two(H)}:${two(M)}`;
  if (value < 1) return time;
  return `${y}-${two(m)}-${two(d)}${Number.isInteger(value) ? '' : ` ${time}`}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
