import type { Client } from 'pg';

const int8 = 20;
const numeric = 1700;
const date = 1082;

/** For each new connection: counts are numbers and dates without time stay text, as on SQLite. */
export function parseNumbersAndDates(connection: Client): void {
  connection.setTypeParser(int8, Number);
  connection.setTypeParser(numeric, Number);
  connection.setTypeParser(date, (text) => text);
}
