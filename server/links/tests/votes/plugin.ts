import { z } from 'zod';
import { defineEvent } from '../../../events/event.ts';
import { apiRef, definePlugin, defineReaction } from '../../../host/plugin.ts';
import { defineProblem, Problem } from '../../../http/problem.ts';
import { defineLink, linksApi } from '../../api.ts';

/** A ballot box: who voted what, by which the links are tried. */
export function votesPlugin() {
  const votes: { readonly personId: string; readonly subject: string; readonly choice: string }[] = [];
  const actors: string[] = [];
  const closed = defineProblem('votes/closed', 409);
  const voted = defineEvent({
    name: 'votes.voted',
    payload: z.object({ subject: z.string() }),
    sample: { subject: 'one' },
    streamOf: ({ subject }) => subject,
  });
  const kind = defineLink({
    id: 'votes.vote',
    choices: ['yes', 'no'],
    show: async (_scope, subject) => (subject === 'settled' ? undefined : { what: subject }),
    decide: async (scope, subject, choice) => {
      if (subject === 'closed') throw new Problem(closed);
      votes.push({ personId: scope.actor.personId, subject, choice });
      scope.emit(voted, { subject });
    },
  });
  const plugin = definePlugin({
    ref: apiRef<null>('votes'),
    home: new URL('./', import.meta.url),
    requires: [linksApi],
    problems: [closed],
    publishes: [voted],
    start: () => ({
      api: null,
      links: [kind],
      reactions: [
        defineReaction({
          id: 'votes.count',
          to: voted,
          run: async (_scope, { actorId }) => void actors.push(actorId),
        }),
      ],
    }),
  });
  return { plugin, kind, votes, actors };
}
