import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { read, write } from '../../../../client/src/api/request.ts';
import type * as Meetings from '../../schemas/meetings.ts';
import { timetableKey } from './watching.ts';

export type Search = z.input<typeof Meetings.MeetingSearch>;

interface OtherTimes extends Meetings.OtherTimes {
  readonly meetingId: string;
}

/** The reader's meetings: those to come, or the last ones that are over. */
export const meetingsQuery = (when: 'coming' | 'past') =>
  queryOptions({
    queryKey: [timetableKey, 'meetings', when],
    queryFn: ({ signal }) => read<Meetings.MeetingList>(`/timetable/meetings?when=${when}`, signal),
  });

/** When people, or those of a meeting, could meet, best first. */
export const meetingTimesQuery = (search: Search | OtherTimes) =>
  queryOptions({
    queryKey: [timetableKey, 'meeting-times', search],
    queryFn: ({ signal }) => {
      if (!('meetingId' in search)) return write<Meetings.MeetingTimes>('POST', '/timetable/meetings/times', search);
      const { meetingId, minutes, fromOn, untilOn } = search;
      const asked = new URLSearchParams({ minutes: String(minutes), fromOn, untilOn });
      return read<Meetings.MeetingTimes>(`/timetable/meetings/${meetingId}/times?${asked}`, signal);
    },
    staleTime: 0,
  });

export type TimesSought = Parameters<typeof meetingTimesQuery>[0];

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: [timetableKey, 'meeting', id],
    queryFn: ({ signal }) => read<Meetings.MeetingView>(`/timetable/meetings/${id}`, signal),
  });

export const makeMeeting = (wanted: z.input<typeof Meetings.NewMeeting>) =>
  write<Meetings.MeetingView>('POST', '/timetable/meetings', wanted);

export const moveMeeting = ({ id, revision }: Meetings.MeetingView, to: z.input<typeof Meetings.MoveMeeting>) =>
  write<Meetings.MeetingView>('POST', `/timetable/meetings/${id}/move`, to, { revision });

export const cancelMeeting = ({ id, revision }: Meetings.MeetingView) =>
  write<Meetings.MeetingView>('POST', `/timetable/meetings/${id}/cancel`, undefined, { revision });
