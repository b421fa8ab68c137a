import { goesWithPerson, type TablePrivacy } from '../host/privacy.ts';

/** What the table of this module holds about people. */
export const privacyOfRooms: readonly TablePrivacy[] = [
  goesWithPerson('rooms_attendance', {
    of: ['person_id'],
    why: 'When somebody came into the meeting room of a lesson and for how long, as the meeting server told; kept for two years.',
    told: 'room_id joined_at seconds',
    untold: 'id person_id',
    retention: { days: 730, since: 'joined_at' },
  }),
];
