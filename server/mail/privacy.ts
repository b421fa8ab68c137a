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
  goesWithPerson('mail_reply_address', {
    of: ['person_id'],
    why: 'The address at which answers of one person to one thing arrive; a year after the last mail that named it.',
    told: 'used_at',
    untold: 'id person_id owner thing_key',
    retention: { days: 365, since: 'used_at' },
  }),
  goesWithPerson('mail_received', {
    of: ['person_id'],
    why: 'That a mail came in and what became of it, so that no copy counts twice; never what it said.',
    told: 'outcome received_at',
    untold: 'id person_id fingerprint',
    retention: { days: 90, since: 'received_at' },
  }),
];
