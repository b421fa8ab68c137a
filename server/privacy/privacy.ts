import { aboutNobody, goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

export const privacyOfPrivacy: readonly TablePrivacy[] = [
  aboutNobody(
    'privacy_erasure',
    'Ids of people who were erased, so that nothing brings them back; an id alone names nobody.',
    'person_id erased_at erased_by_id',
  ),
  goesWithPerson('privacy_archive', {
    of: ['person_id', 'owner_id'],
    why: 'Who has asked for an archive of whom; archive and row go after three days, and with either of them.',
    told: 'made_at size',
    untold: 'id person_id owner_id job_id',
  }),
];
