import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfIntroductions: readonly TablePrivacy[] = [
  goesWithPerson('introductions_profile', {
    of: ['person_id'],
    why: 'What a person says of themselves, and the consent to show a photograph.',
    told: 'about hours_json has_photo consent_at',
    untold: 'person_id consent_by_id revision',
  }),
  aboutNobody('introductions_item', 'What newcomers are to learn, beside people.', 'id label position'),
  goesWithPerson('introductions_met', {
    of: ['student_id', 'with_id'],
    why: 'Whom a newcomer has met.',
    told: 'student_id with_id met_on noted_at',
    untold: 'id item_id noted_by_id',
  }),
];
