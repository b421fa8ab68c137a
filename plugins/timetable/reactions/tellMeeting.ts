import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import { meetingChanged } from '../events.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { namesOf } from '../queries/names.ts';
import { invitedTo, meetingById } from '../store/meetings.ts';
import { type Recipient, tellEach } from './tellEach.ts';

/** Tells everybody who is invited, and the parents of children who are; what it is about stands on its page only. */
export const tellMeeting = (apis: Apis): Reaction<unknown> =>
  defineReaction({
    id: 'timetable.tell-meeting',
    to: meetingChanged,
    run: async (scope, { actorId, payload: { meetingId, revision, what } }) => {
      const meeting = await meetingById(scope.db, meetingId);
      // A later change tells by itself.
      if (!meeting || meeting.revision !== revision) return;
      const invited = (await invitedTo(scope.db, [meetingId])).map(({ personId }) => personId);
      const guardings = await guardingsOf(apis, scope, invited);
      const told: Recipient[] = [
        ...invited.map((personId): Recipient => ({ personId, aboutId: null })),
        // A parent who is invited as well is told once, of the own invitation.
        ...guardings
          .filter(({ guardianId }) => !invited.includes(guardianId))
          .map(({ guardianId, studentId }): Recipient => ({ personId: guardianId, aboutId: studentId })),
      ];
      const names = await namesOf(apis, scope.db, { people: [meeting.madeById], courses: [] });
      await tellEach(
        apis,
        scope,
        told.filter(({ personId }) => personId !== actorId),
        (_, { language, zone }) => ({
          kind: `timetable.meeting-${what}`,
          params: { when: timeText(meeting.startsAt, language, zone), by: names.person(meeting.madeById) },
          link: `/meetings/${meetingId}`,
          dedupeKey: `meeting:${meetingId}:${revision}`,
        }),
      );
    },
  });
