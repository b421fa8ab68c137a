import pg from 'pg';

const int8 = 20;
const numeric = 1700;
const date = 1082;

/** Counts are numbers and dates without time stay text, as on SQLite. */
export function parseNumbersAndDates(): void {
  pg.types.setTypeParser(int8, Number);
  pg.types.setTypeParser(numeric, Number);
  pg.types.setTypeParser(date, (text) => text);
}
