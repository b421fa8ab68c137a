import { goesWithPerson, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfAudit: readonly TablePrivacy[] = [
  staysWithoutName('audit_entry', {
    of: ['about_person_id', 'actor_id'],
    why: 'Who saw or changed what, by ids: it has to outlast the people concerned, for three years.',
    blanked: {},
    told: 'happened_at act entity',
    untold: 'id actor_id about_person_id entity_id detail_json is_for_staff',
    retention: { days: 1095, since: 'happened_at' },
  }),
  goesWithPerson('audit_view', {
    of: ['about_person_id', 'actor_id'],
    why: 'Who saw what of whom on a day; a year is enough to ask about it. It goes with either of them.',
    told: 'what seen_on first_at last_at times actor_id',
    untold: 'id about_person_id',
    retention: { days: 365, since: 'last_at' },
  }),
];
