import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfImport: readonly TablePrivacy[] = [
  goesWithPerson('import_memory', {
    of: [
      {
        column: 'key',
        through: { table: 'people_person', key: 'external_id', owner: 'id' },
        where: { column: 'kind', values: ['staff', 'students', 'guardians', 'windows'] },
      },
    ],
    why: 'What the last import said, so that the next one does not undo what was set by hand.',
    told: 'kind fields_json',
    untold: 'key',
  }),
];
