import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfHelp: readonly TablePrivacy[] = [
  goesWithPerson('help_request', {
    of: ['asked_by_id', 'about_id'],
    why: 'What somebody asked, about whom, and who answers; two years after it is done nobody needs it.',
    told: 'kind state question about_id origin_title asked_at due_on done_at escalated_at',
    untold: 'id asked_by_id owner_id home_school_id origin_link revision',
    retention: { days: 730, since: 'done_at' },
  }),
  goesWithPerson('help_entry', {
    of: [
      { column: 'request_id', through: { table: 'help_request', key: 'id', owner: 'asked_by_id' } },
      { column: 'request_id', through: { table: 'help_request', key: 'id', owner: 'about_id' } },
    ],
    why: 'What was said about a request; it goes with the request. Who answered leaves no name behind when erased.',
    told: 'kind text written_at',
    untold: 'id request_id author_id owner_id',
  }),
];
