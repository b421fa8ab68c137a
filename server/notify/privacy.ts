import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfNotify: readonly TablePrivacy[] = [
  goesWithPerson('notify_notice', {
    of: ['person_id', 'about_person_id', { column: 'params_json', isInside: true }],
    why: 'What somebody was told, with the names that it was told with.',
    told: 'kind area params_json urgent_reason created_at read_at mail_rule pushed_at',
    untold:
      'id person_id about_person_id link dedupe_key mail_due_at mail_id push_due_at urgent_by_id reply_owner reply_key things_json',
  }),
  goesWithPerson('notify_person', {
    of: ['person_id'],
    why: 'When somebody does not want to be disturbed and wants digests, and last looked at notices.',
    told: 'is_always_open quiet_from_time quiet_to_time digest_time digest_weekday looked_at changed_at',
    untold: 'person_id',
  }),
  goesWithPerson('notify_choice', {
    of: ['person_id'],
    why: 'By which channels somebody wants to hear of what.',
    told: 'area mail is_pushed',
    untold: 'person_id',
  }),
  goesWithPerson('notify_device', {
    of: ['person_id'],
    why: 'The browsers on which somebody wants to see signals, until they are removed or gone.',
    told: 'label added_at reached_at',
    untold: 'id person_id endpoint p256dh auth',
  }),
  goesWithPerson('notify_trouble', {
    of: ['person_id'],
    why: 'That mail or signals do not reach somebody, so that a tutor can ask for another way.',
    told: 'channel reason since_at last_at solved_at',
    untold: 'id person_id address_hash',
    retention: { days: 365, since: 'solved_at' },
  }),
  aboutNobody(
    'notify_home_school',
    'Which hours are quiet in a home school; it names nobody.',
    'home_school_id quiet_from_time quiet_to_time changed_at',
  ),
];
