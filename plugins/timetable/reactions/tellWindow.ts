import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { Apis } from '../apis.ts';
import { windowAgreed } from '../composingEvents.ts';
import { guardingsOf } from '../queries/guardingsOf.ts';
import { type Recipient, tellEach } from './tellEach.ts';

/** The weekday as the reader's language names it. 5 January 2026 was a Monday. */
const weekdayText = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 0, 4 + weekday)),
  );

/** Tells a student and the guardians that hours were added to those in which the student can be online. */
export const tellWindow = (apis: Apis): Reaction<unknown> =>
  defineReaction({
    id: 'timetable.tell-window',
    to: windowAgreed,
    run: async (scope, { id, payload: { studentId, weekday, from, to } }) => {
      const guardings = await guardingsOf(apis, scope, [studentId]);
      const told: Recipient[] = [
        { personId: studentId, aboutId: null },
        ...guardings.map(({ guardianId }) => ({ personId: guardianId, aboutId: studentId })),
      ];
      await tellEach(apis, scope, told, ({ aboutId }, { language }) => ({
        kind: 'timetable.window-agreed',
        params: { when: `${weekdayText(weekday, language)}, ${from}–${to}` },
        link: aboutId === null ? '/hours' : `/hours?whose=${aboutId}`,
        dedupeKey: `window:${id}`,
      }));
    },
  });
