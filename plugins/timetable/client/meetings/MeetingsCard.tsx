import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../../client/src/api/session.ts';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { ownWeekQuery } from '../api/weeks.ts';
import { MeetingRows } from './MeetingRows.tsx';

/** Meetings of today, for those whose day is not made of lessons; others find them beside the next lesson. */
export function MeetingsCard() {
  const { roles } = useSession();
  const now = useNow();
  useLiveTimetable();
  const { data } = useQuery(ownWeekQuery({ from: dayOf(now, useTimes().zone), days: 1 }));
  const isElsewhere = roles.some(({ role }) => ['teacher', 'student', 'guardian'].includes(role));
  const meetings = (data?.meetings ?? []).filter(
    ({ state, endsAt }) => state === 'planned' && Date.parse(endsAt) > now.getTime(),
  );
  return isElsewhere || meetings.length === 0 ? null : <MeetingRows meetings={meetings} />;
}
