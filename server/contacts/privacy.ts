import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfContacts: readonly TablePrivacy[] = [
  goesWithPerson('contacts_channel', {
    of: ['person_id'],
    why: 'Ways to reach a person, and which of them do not work.',
    told: 'kind service value purpose best_from_time best_to_time note is_public fault fault_note wrong_since_at',
    untold: 'id person_id position is_main marked_by_id',
  }),
];
