import { stringify } from 'csv-stringify/sync';
import { zipSync } from 'fflate';
import type { Language } from '../../host/language.ts';
import { type Form, formats, formNames } from '../forms/formats.ts';
import type { Columns } from '../forms/rows.ts';
import type { Cells } from './formRows.ts';

/** One table to be written. */
export interface Written {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const places: Readonly<Record<Language, number>> = { en: 0, ru: 1, es: 2 };

/** What a form and its columns are called in a language. */
export const nameOfForm = (form: Form, language: Language): string => formNames[form][places[language]] ?? form;

export const headingsOf = (form: Form, language: Language): readonly string[] => headingsIn(formats[form], language);

export const headingsIn = (columns: Columns, language: Language): readonly string[] =>
  Object.values(columns).map(({ headings }) => headings[places[language]] ?? headings[0]);

/** A form with its headings and rows. */
export const tableOf = (form: Form, rows: readonly Cells[], language: Language): Written => ({
  name: nameOfForm(form, language),
  rows: [headingsOf(form, language), ...rows.map((row) => Object.keys(formats[form]).map((name) => row[name] ?? ''))],
});

/** Spreadsheet programs in Russian and Spanish take the comma for a decimal sign. */
const delimiters: Readonly<Record<Language, string>> = { en: ',', ru: ';', es: ';' };

/**
 * So that no spreadsheet program takes a name for a formula (`=…`, `@…`, `+1+cmd|…`); the import takes the sign away again.
 * Telephones and numbers stay as they are.
 */
const harmless = (cell: string): string =>
  /^[=@\t\r]/.test(cell) || /^[+-](?![\d\s().-]*$)/.test(cell) ? `'${cell}` : cell;

/** With the mark by which spreadsheet programs know UTF-8. */
export const csvOf = ({ rows }: Written, delimiter: string): string =>
  `\uFEFF${stringify(
    rows.map((row) => row.map(harmless)),
    { delimiter, record_delimiter: '\r\n' },
  )}`;

export const csvFor = (table: Written, language: Language): Uint8Array =>
  Buffer.from(csvOf(table, delimiters[language]), 'utf8');

/** All cells are text, so that ids and telephone numbers stay as they are. */
export async function workbookOf(tables: readonly Written[]): Promise<Uint8Array> {
  // Loaded with the first workbook: it is large.
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const { name, rows } of tables) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => row.map((cell) => (cell === '' ? null : { t: 's' as const, v: cell, z: '@' }))),
    );
    sheet['!cols'] = (rows[0] ?? []).map((heading) => ({ wch: Math.max(12, heading.length + 2) }));
    utils.book_append_sheet(book, sheet, name.slice(0, 31));
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('The workbook was not written as bytes');
  return bytes;
}

/** The date is fixed, so that the same content is the same file. */
export const zipOf = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime: '2000-01-01' }]])), { level: 6 });
