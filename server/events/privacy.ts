import { aboutNobody, type TablePrivacy } from '../host/privacy.ts';

/** What the tables of this module hold about people. */
export const privacyOfEvents: readonly TablePrivacy[] = [
  aboutNobody(
    'events_event',
    'What happened, by ids, until everybody who reacts to it has; then it is forgotten.',
    'id name happened_at actor_id stream payload_json',
  ),
  aboutNobody(
    'events_delivery',
    'Who still has to react to what happened.',
    'position event_id reaction stream state attempts due_at failure',
  ),
];
