import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the table of this module holds about people. */
export const privacyOfLinks: readonly TablePrivacy[] = [
  goesWithPerson('links_link', {
    of: ['person_id'],
    why: 'Links in mails by which somebody decides without signing in, as hashes; for 90 days after they end.',
    told: 'kind made_at expires_at used_at choice revoked_at',
    untold: 'id person_id subject token_hash',
    retention: { days: 90, since: 'expires_at' },
  }),
];
