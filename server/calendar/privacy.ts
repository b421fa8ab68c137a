import { aboutNobody, goesWithPerson, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfCalendar: readonly TablePrivacy[] = [
  aboutNobody('calendar_subject', 'Whose time can be taken: ids of people and rooms.', 'id kind capacity'),
  aboutNobody(
    'calendar_commitment',
    'Spans of time that are taken; for whom is said by claims.',
    'id source_plugin source_id starts_at ends_at hold_until_at revision',
  ),
  staysWithoutName('calendar_claim', {
    of: ['subject_id'],
    why: 'When somebody is taken. By the id alone it tells nothing of an erased person.',
    blanked: {},
    told: 'starts_at ends_at',
    untold: 'commitment_id subject_id hold_until_at is_overridden is_shared',
  }),
  staysWithoutName('calendar_override', {
    of: ['subject_id'],
    why: 'Overlaps that were allowed on purpose, and why.',
    blanked: { reason: '–' },
    told: 'made_at resolved_at',
    untold: 'id subject_id first_commitment_id second_commitment_id made_by_id resolved_by_id ended_at',
  }),
  goesWithPerson('calendar_availability', {
    of: ['person_id'],
    why: 'That somebody’s hours were given, and how often they changed.',
    told: 'revision',
    untold: 'person_id',
  }),
  goesWithPerson('calendar_window', {
    of: ['person_id'],
    why: 'Weekly hours in which somebody can be online, or is at the home school.',
    told: 'kind weekday from_time to_time',
    untold: 'id person_id',
  }),
  goesWithPerson('calendar_exception', {
    of: ['person_id'],
    why: 'Days on which these hours differ.',
    told: 'kind day_on from_time to_time',
    untold: 'id person_id',
  }),
];
