import { staysWithoutName, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfGuides: readonly TablePrivacy[] = [
  staysWithoutName('guides_version', {
    of: ['changed_by_id'],
    why: 'Guides of the school; they tell of nobody, and who wrote them goes with that person.',
    blanked: { changed_by_id: null },
    told: 'audience language revision changed_at',
    untold: 'id source',
  }),
];
