import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfFiles: readonly TablePrivacy[] = [
  aboutNobody(
    'files_blob',
    'Contents, each once; whose they are stands in files_file. Without a file they are swept within a day.',
    'id sha256 size media_type width height stored_at',
  ),
  goesWithPerson('files_file', {
    of: ['uploaded_by_id'],
    why: 'What somebody uploaded; it goes with them, wherever it was attached.',
    told: 'name uploaded_at',
    untold: 'id blob_id uploaded_by_id',
  }),
  goesWithPerson('files_link', {
    of: ['owner_key'],
    why: 'Which thing has which file; a photograph belongs to the person whom it shows, whoever uploaded it.',
    told: 'owner linked_at',
    untold: 'file_id owner_key',
  }),
];
