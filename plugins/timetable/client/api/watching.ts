import { useSession } from '../../../../client/src/api/session.ts';
import { useTopic } from '../../../../client/src/realtime/useTopic.ts';

/** Everything that is read of lessons and requests starts with this. */
export const timetableKey = 'timetable';

/** Keeps what is shown of lessons and requests as it is on the server. */
export function useLiveTimetable(): void {
  useTopic('timetable.person', useSession().person?.id ?? '', [[timetableKey]]);
}
