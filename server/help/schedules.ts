import type { Schedule } from '../jobs/job.ts';
import { dayOf } from '../people/api.ts';
import type { HelpParts } from './parts.ts';
import { overdueRequests } from './store/requests.ts';

/** So many a run; what is left is told of in the next. */
const atOnce = 500;

/** Tells whoever answers, once for each day that was promised, that it has passed. */
export const tellOfOverdue = ({ notify }: Pick<HelpParts, 'notify'>): Schedule => ({
  name: 'help.tell-of-overdue',
  everySeconds: 3600,
  run: async (scope) => {
    for (const { id, ownerId, aboutId, dueOn } of await overdueRequests(scope.db, dayOf(scope.now), atOnce))
      if (ownerId)
        await notify.tell(scope, {
          personIds: [ownerId],
          kind: 'help.overdue',
          ...(aboutId ? { aboutPersonId: aboutId } : {}),
          params: { dueOn },
          link: `/help/${id}`,
          dedupeKey: `help.overdue:${id}:${dueOn}`,
        });
  },
});
