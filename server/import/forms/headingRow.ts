import type { Column } from './cell.ts';
import { formats } from './formats.ts';
import { plain } from './plain.ts';
import type { TableRow } from './sheet.ts';

/** What tables are called stands within so many rows above their headings. */
const mostTitles = 10;

const known: ReadonlySet<string> = new Set(
  Object.values(formats).flatMap((columns: Readonly<Record<string, Column<unknown>>>) =>
    Object.values(columns).flatMap(({ headings }) => headings.map(plain)),
  ),
);

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell !== '').length;
const understood = ({ cells }: TableRow): number => cells.filter((cell) => known.has(plain(cell))).length;

/**
 * The rows from the headings on. Tables made by hand have a title above them, merged over all columns: the headings are
 * the first row with most headings that are known, otherwise the first with more than one cell.
 */
export function fromHeadings(rows: readonly TableRow[]): readonly TableRow[] {
  const above = rows.slice(0, mostTitles + 1);
  const most = Math.max(0, ...above.map(understood));
  const at = above.findIndex((row) => (most > 1 ? understood(row) === most : filled(row) > 1));
  return at > 0 ? rows.slice(at) : rows;
}
