import { goesWithPerson, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfPeople: readonly TablePrivacy[] = [
  staysWithoutName('people_person', {
    of: ['id'],
    why: 'The person. Erased, the row stays without a name, so that counts and the history of others hold.',
    blanked: {
      external_id: null,
      given_name: '–',
      family_name: '–',
      middle_name: null,
      sort_text: '',
      zone: 'Etc/UTC',
      internet: 'good',
      shared_device_id: null,
      email: null,
      phone: null,
      is_active: false,
    },
    told: 'language created_at',
    untold: 'id revision',
  }),
  // After the person, by whom it is found: what is declared last is erased first.
  staysWithoutName('people_device', {
    of: [{ column: 'id', through: { table: 'people_person', key: 'shared_device_id', owner: 'id' } }],
    why: 'Which siblings cannot be online at the same time; the label is the word of a family or school.',
    blanked: { label: null },
    told: '',
    untold: 'id',
  }),
  staysWithoutName('people_student', {
    of: ['person_id'],
    why: 'Home school and grade, for counts; the birthday tells when guardians no longer act.',
    blanked: { born_on: null },
    told: 'home_school_id grade',
    untold: 'person_id',
  }),
  goesWithPerson('people_guardianship', {
    of: ['guardian_id', 'student_id'],
    why: 'Who looks after whom; it ends with either of them.',
    told: 'guardian_id student_id relation may_see may_act from_on until_on kept_by_consent_at',
    untold: 'id',
  }),
  goesWithPerson('people_guardianship_past', {
    of: ['guardian_id', 'student_id'],
    why: 'Who looked after whom, and with which rights, before that was changed.',
    told: 'guardian_id student_id relation may_see may_act from_on until_on changed_at',
    untold: 'id changed_by_id',
  }),
  goesWithPerson('people_guardianship_limit', {
    of: [
      {
        column: 'guardianship_id',
        through: { table: 'people_guardianship', key: 'id', owner: 'guardian_id' },
      },
      {
        column: 'guardianship_id',
        through: { table: 'people_guardianship', key: 'id', owner: 'student_id' },
      },
    ],
    why: 'What a court has decided; its text may tell one parent of the other, so it is not exported.',
    told: 'kind from_on until_on made_at',
    untold: 'id guardianship_id order_text made_by_id',
  }),
  goesWithPerson('people_separation', {
    of: ['one_id', 'other_id'],
    why: 'Who must not find whose contacts: a protection that neither is told of by an export.',
    told: '',
    untold: 'id one_id other_id note made_at made_by_id',
  }),
  goesWithPerson('people_role', {
    of: ['person_id'],
    why: 'Rights that were given by hand.',
    told: 'role scope_kind home_school_id granted_at',
    untold: 'id person_id',
  }),
];
