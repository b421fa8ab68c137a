import { defineReaction, type Reaction } from '../../host/plugin.ts';
import type { NotifyApi } from '../../notify/api.ts';
import type { PeopleApi } from '../../people/api.ts';
import { hoursGiven } from '../events.ts';

interface Telling {
  readonly people: Pick<PeopleApi, 'guardiansOf'>;
  readonly notify: Pick<NotifyApi, 'tell'>;
}

/** Tells each student whose hours at the home school are others now, and their guardians, once for each child. */
export const tellHours = ({ people, notify }: Telling): Reaction<unknown> =>
  defineReaction({
    id: 'import.tell-hours',
    to: hoursGiven,
    run: async (scope, { payload: { personIds, at } }) => {
      const notice = { kind: 'import.hours-given', params: {} } as const;
      await notify.tell(scope, { ...notice, personIds, link: '/hours', dedupeKey: `import.hours-given:${at}` });
      const guardings = await people.guardiansOf(scope, personIds);
      for (const studentId of new Set(guardings.map((one) => one.studentId)))
        await notify.tell(scope, {
          ...notice,
          personIds: guardings.flatMap((one) => (one.studentId === studentId ? [one.guardian.id] : [])),
          aboutPersonId: studentId,
          link: `/hours?whose=${studentId}`,
          dedupeKey: `import.hours-given:${at}:${studentId}`,
        });
    },
  });
