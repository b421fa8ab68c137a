import { filesApi } from '../../server/files/api.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import { notifyApi } from '../../server/notify/api.ts';
import { peopleApi } from '../../server/people/api.ts';
import { schoolApi } from '../../server/school/api.ts';
import { searchApi } from '../../server/search/api.ts';
import { mayStillHear } from './access/mayStillHear.ts';
import type { Apis } from './apis.ts';
import { followUp } from './commands/followUp.ts';
import { sendDue } from './commands/schedule.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { messageFiles, scheduledFiles } from './fileOwner.ts';
import { threadReplies } from './mailReplies.ts';
import { conversations } from './migrations/001_conversations.ts';
import { calls } from './migrations/002_calls.ts';
import { answers } from './migrations/003_answers.ts';
import { later } from './migrations/004_later.ts';
import * as permissions from './permissions.ts';
import { privacyOfMessages } from './privacy.ts';
import * as problems from './problems.ts';
import { unansweredSection } from './queries/unanswered.ts';
import { aroundRoutes } from './routes/around.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { inboxTopic, threadTopic } from './topics.ts';

/** Private conversations, and the log of calls. */
export default definePlugin({
  ref: apiRef<null>('messages'),
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, filesApi, searchApi],
  uses: [notifyApi],
  notices: { usual: 'messages' },
  permissions: Object.values(permissions),
  problems: Object.values(problems),
  migrations: [conversations, calls, answers, later],
  privacy: privacyOfMessages,
  start: (host) => {
    const apis: Apis = {
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      files: host.api(filesApi),
      search: host.api(searchApi),
      notify: host.apiIfPresent(notifyApi),
    };
    const topics = { thread: threadTopic(apis), inbox: inboxTopic };
    return {
      api: null,
      routes: [...conversationRoutes(apis, topics), ...aroundRoutes(apis)],
      topics: [topics.thread, topics.inbox],
      makeDemo: (demo) => makeDemo(apis, topics, demo),
      fileOwners: [messageFiles(apis), scheduledFiles],
      mailReplies: [threadReplies(apis, topics)],
      mayStillHear: (scope, notice) => mayStillHear(scope, apis, notice.link),
      progressSections: [unansweredSection(apis)],
      schedules: [
        { name: 'messages.send-due', everySeconds: 15, run: (scope) => sendDue(apis, topics, scope) },
        { name: 'messages.follow-up', everySeconds: 15, run: (scope) => followUp(apis, scope) },
      ],
    };
  },
});
