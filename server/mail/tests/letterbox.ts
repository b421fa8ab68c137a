import { filesApi } from '../../files/api.ts';
import { apiRef, definePlugin, type Plugin } from '../../host/plugin.ts';
import { Problem } from '../../http/problem.ts';
import { forbidden } from '../../http/problems.ts';
import type { MailReply } from '../api.ts';

/** An answer that was taken. */
export interface Posted extends MailReply {
  readonly by: string;
}

/** A plugin whose threads take answers, all but the closed one; of the answer `defect` it knows nothing to do. */
export function letterbox(posts: Posted[]): Plugin<unknown> {
  return definePlugin({
    ref: apiRef('letterbox'),
    // Any texts of notices will do.
    home: new URL('../../../plugins/timetable/', import.meta.url),
    requires: [filesApi],
    start: (host) => ({
      api: null,
      mailReplies: [
        {
          id: 'letterbox.thread',
          receive: async (scope, reply) => {
            if (reply.key === 'closed') throw new Problem(forbidden);
            if (reply.text === 'defect') throw new Error('a defect');
            await host.api(filesApi).attach(scope, { owner: 'letterbox.thread', key: reply.key }, reply.fileIds);
            posts.push({ ...reply, by: scope.actor.personId });
          },
        },
      ],
    }),
  });
}
