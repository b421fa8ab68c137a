import { aboutNobody, type TablePrivacy } from '../host/privacy.ts';

export const privacyOfPrivacy: readonly TablePrivacy[] = [
  aboutNobody(
    'privacy_erasure',
    'Ids of people who were erased, so that nothing brings them back; an id alone names nobody.',
    'person_id erased_at erased_by_id',
  ),
];
