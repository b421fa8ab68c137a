/** Knex hooks that keep snake_case in the database and camelCase, typed values, in code (docs/adr/0002). */

const snakeNames = new Map<string, string>();

/** `homeSchoolId` -> `home_school_id`. */
export function snakeCase(name: string): string {
  const known = snakeNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakeNames.set(name, made);
  return made;
}

interface Column {
  readonly key: string;
  read(value: unknown): unknown;
}

const asDate = (value: unknown): unknown => (typeof value === 'number' ? new Date(value) : value);
const asJson = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
const asBoolean = (value: unknown): unknown => (typeof value === 'number' ? value !== 0 : value);
const asIs = (value: unknown): unknown => value;

function readerOf(column: string): (value: unknown) => unknown {
  if (column.endsWith('_at')) return asDate;
  if (column.endsWith('_json')) return asJson;
  if (/(^|\.)(is|has|may)_/.test(column)) return asBoolean;
  return asIs;
}

const columns = new Map<string, Column>();

function columnOf(name: string): Column {
  const known = columns.get(name);
  if (known) return known;
  const snake = snakeCase(name);
  const key = snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const column = { key, read: readerOf(snake) };
  columns.set(name, column);
  return column;
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value);

function readRow(row: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(row)) {
    const column = columnOf(name);
    read[column.key] = column.read(row[name]);
  }
  return read;
}

/** Rows as code has them; other values stay. */
export const readRows = (rows: readonly unknown[]): unknown[] => rows.map((row) => (isRow(row) ? readRow(row) : row));

/**
 * Turns what a driver answers into rows of code: camelCase keys, dates, JSON values and booleans. A raw
 * query answers an array of rows on both databases.
 */
export function readResponse(response: unknown): unknown {
  if (Array.isArray(response)) return readRows(response);
  if (!isRow(response) || 'lastInsertRowid' in response) return response;
  if ('command' in response && Array.isArray(response.rows)) return readRows(response.rows);
  return readRow(response);
}
