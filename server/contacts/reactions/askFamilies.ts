import { defineReaction } from '../../host/plugin.ts';
import type { NotifyApi } from '../../notify/api.ts';
import { dayOf } from '../../people/api.ts';
import { askedOf } from '../domain/round.ts';
import { confirmationAsked } from '../events.ts';
import type { ContactsParts } from '../parts.ts';
import { askedFamilies } from '../queries/askedFamilies.ts';
import { confirmationsOf, roundById } from '../store/rounds.ts';

/** Asks the families of a group who have not confirmed yet; each once, and reminds them at most once a day. */
export const askFamilies = (parts: ContactsParts, notify: NotifyApi) =>
  defineReaction({
    id: 'contacts.ask-families',
    to: confirmationAsked,
    run: async (scope, { payload: { roundId, groupId, isReminder } }) => {
      const round = await roundById(scope.db, roundId);
      if (!round || round.closedAt) return;
      const done = new Set((await confirmationsOf(scope.db, [roundId])).map(({ personId }) => personId));
      const asked = askedOf(await askedFamilies(scope, parts, [groupId]));
      await notify.tell(scope, {
        personIds: asked.filter((id) => !done.has(id)),
        kind: isReminder ? 'contacts.confirm-reminder' : 'contacts.confirm',
        params: { dueOn: round.dueOn },
        link: '/contacts/confirm',
        dedupeKey: `contacts.confirm:${roundId}${isReminder ? `:${dayOf(scope.now)}` : ''}`,
      });
    },
  });
