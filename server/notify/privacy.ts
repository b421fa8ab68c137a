import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfNotify: readonly TablePrivacy[] = [
  goesWithPerson('notify_notice', {
    of: ['person_id', 'about_person_id', { column: 'params_json', isInside: true }],
    why: 'What somebody was told, with the names that it was told with.',
    told: 'kind params_json created_at read_at',
    untold: 'id person_id about_person_id link dedupe_key mail_due_at',
  }),
  goesWithPerson('notify_person', {
    of: ['person_id'],
    why: 'When somebody does not want to be disturbed.',
    told: 'is_always_open quiet_from_time quiet_to_time changed_at',
    untold: 'person_id',
  }),
  aboutNobody(
    'notify_home_school',
    'Which hours are quiet in a home school; it names nobody.',
    'home_school_id quiet_from_time quiet_to_time changed_at',
  ),
];
