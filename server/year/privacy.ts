import { aboutNobody, goesWithPerson, staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfYear: readonly TablePrivacy[] = [
  staysWithoutName('year_plan', {
    of: ['planned_by_id'],
    why: 'When a school year is to begin and who planned it; the name goes with that person. Choices name others by ids.',
    blanked: { planned_by_id: null },
    told: 'begins_on planned_at ended_at state',
    untold: 'id zone starts_at choices_json fingerprint change_id failure',
  }),
  aboutNobody('year_policy', 'How long accounts of leavers stay open.', 'id close_after_days revision'),
  goesWithPerson('year_closed', {
    of: ['person_id'],
    why: 'That an account was closed because its owner had left: so that an undo opens it again.',
    told: 'closed_at',
    untold: 'change_id person_id',
  }),
];
