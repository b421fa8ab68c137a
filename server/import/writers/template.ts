import type { Language } from '../../host/language.ts';
import type { Texts } from '../../host/texts.ts';
import type { Column } from '../forms/cell.ts';
import { type Form, formats } from '../forms/formats.ts';
import { csvFor, headingsOf, tableOf, type Written, workbookOf } from './tables.ts';

const notesNames: Readonly<Record<Language, string>> = { en: 'Notes', ru: 'Пояснения', es: 'Notas' };

export const csvTemplate = (form: Form, language: Language): Uint8Array =>
  csvFor(tableOf(form, [], language), language);

/** A sheet to be filled in, and one that explains each column. */
export const workbookTemplate = (form: Form, language: Language, texts: Texts): Promise<Uint8Array> =>
  workbookOf([tableOf(form, [], language), notesOf(form, language, texts)]);

function notesOf(form: Form, language: Language, texts: Texts): Written {
  const say = (key: string, values = {}): string => texts.say(language, 'import', key, values) ?? '';
  const columns: readonly Column<unknown>[] = Object.values(formats[form]);
  const headings = headingsOf(form, language);
  return {
    name: notesNames[language],
    rows: [
      [say('template.column'), say('template.needed'), say('template.how')],
      ...columns.map((column, at) => [
        headings[at] ?? '',
        say(column.isRequired ? 'template.yes' : 'template.no'),
        howTo(column, say),
      ]),
    ],
  };
}

/** Nobody's value: what a reader says against it tells what it takes. */
const nonsense = '§ ?';

function howTo(column: Column<unknown>, say: (key: string, values?: object) => string): string {
  const reading = column.read(nonsense);
  return reading.ok ? say('template.text') : say(`remedies.${reading.fault.code}`, { ...reading.fault.params });
}
