import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfMail: readonly TablePrivacy[] = [
  goesWithPerson('mail_message', {
    of: ['person_id', { column: 'data_json', isInside: true }],
    why: 'Mails that wait; of those that were sent, that they were, for 30 days.',
    told: 'kind state created_at ended_at',
    untold: 'id person_id address language data_json dedupe_key failure attempts due_at',
    retention: { days: 30, since: 'ended_at' },
  }),
];
