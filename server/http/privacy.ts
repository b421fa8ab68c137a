import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfHttp: readonly TablePrivacy[] = [
  goesWithPerson('http_idempotency', {
    of: ['actor_id', { column: 'reply_json', isInside: true }],
    why: 'Replies that are given again when a request is sent twice; forgotten after 30 days.',
    told: 'route created_at',
    untold: 'id actor_id key body_hash status reply_json',
  }),
];
