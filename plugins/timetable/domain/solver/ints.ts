/** Lists of integers in one block of memory: row i is values[start[i]] .. values[start[i + 1] - 1]. */
export interface Rows {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/** Element of an integer array; 0 outside of it. Inlined by V8; kept to one array type so that it stays fast. */
export const at = (list: Int32Array, index: number): number => list[index] ?? 0;

/** Element of an array of costs; 0 outside of it. */
export const costAt = (list: Float64Array, index: number): number => list[index] ?? 0;

export function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const start = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) start[row + 1] = at(start, row) + list.length;
  return { start, values: Int32Array.from(lists.flat()) };
}

/** A row as an ordinary list. */
export const rowOf = (rows: Rows, row: number): number[] =>
  Array.from(rows.values.subarray(at(rows.start, row), at(rows.start, row + 1)));
