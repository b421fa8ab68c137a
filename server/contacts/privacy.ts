import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfContacts: readonly TablePrivacy[] = [
  goesWithPerson('contacts_channel', {
    of: ['person_id'],
    why: 'Ways to reach a person, and which of them do not work.',
    told: 'kind service value purpose best_from_time best_to_time note is_public fault fault_note wrong_since_at',
    untold: 'id person_id position is_main marked_by_id',
  }),
  aboutNobody(
    'contacts_round',
    'When families were asked to confirm their contacts.',
    'id due_on note opened_by_id opened_at closed_at',
  ),
  aboutNobody('contacts_round_group', 'Which groups were asked.', 'round_id group_id is_open'),
  goesWithPerson('contacts_confirmation', {
    of: ['person_id'],
    why: 'Who has confirmed contacts in which round.',
    told: 'confirmed_at is_on_paper',
    untold: 'id round_id person_id confirmed_by_id',
  }),
];
