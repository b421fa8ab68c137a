import { aboutNobody, goesWithPerson, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** The school's own key of a person leads to the person. */
const byKey = (column: string) => ({
  column,
  through: { table: 'people_person', key: 'external_id', owner: 'id' },
});

/** People without a key of the school's own go by their id. */
const peopleByKeys = ['person_key', 'other_key'].flatMap((column) => [column, byKey(column)]);

/** What the tables of this module hold about people. */
export const privacyOfImport: readonly TablePrivacy[] = [
  goesWithPerson('import_said', {
    of: peopleByKeys,
    why: 'What imports have said, so that the next one does not undo what was set by hand.',
    told: 'kind fields_json',
    untold: 'number key person_key other_key',
  }),
  goesWithPerson('import_change', {
    of: peopleByKeys,
    why: 'What an import changes, for the preview and for undoing it; gone a day after an import that was not carried out, 30 days after one that was, and with the next one.',
    told: 'kind action title fields_json before_json',
    untold: 'run_id nth key search_text kept person_key other_key',
  }),
  aboutNobody(
    'import_piece',
    'Whole files on their way in or out, of everybody at once; gone when the import is carried out, otherwise after a day.',
    'run_id file nth data',
  ),
  aboutNobody(
    'import_fault',
    'Cells that could not be read; gone with the next look at the plan, otherwise after a day.',
    'run_id nth file line heading code value params_json',
  ),
  staysWithoutName('import_run', {
    of: ['owner_id'],
    why: 'Which imports and exports there were, and who made them.',
    blanked: { owner_id: null },
    told: 'kind state created_at applied_at undone_at',
    untold: 'id number files_json answers_json summary_json fingerprint job_id',
  }),
  aboutNobody('import_heading', 'What this school calls its columns.', 'form heading column_name'),
];
