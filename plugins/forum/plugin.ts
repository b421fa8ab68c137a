import { auditApi } from '../../server/audit/api.ts';
import { documentsApi } from '../../server/documents/api.ts';
import { filesApi } from '../../server/files/api.ts';
import { helpApi } from '../../server/help/api.ts';
import { definePlugin } from '../../server/host/plugin.ts';
import { linksApi } from '../../server/links/api.ts';
import { mailApi } from '../../server/mail/api.ts';
import { notifyApi } from '../../server/notify/api.ts';
import { peopleApi } from '../../server/people/api.ts';
import { progressApi } from '../../server/progress/api.ts';
import { schoolApi } from '../../server/school/api.ts';
import { searchApi } from '../../server/search/api.ts';
import { mayStillHear } from './access/mayStillHear.ts';
import { forumApi } from './api.ts';
import type { Apis } from './apis.ts';
import { keepBoards } from './commands/keepBoards.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { packDocument } from './documents/pack.ts';
import * as events from './events.ts';
import { materialFiles, postFiles } from './fileOwner.ts';
import { readNoteLink } from './links/readNoteLink.ts';
import { noteMail } from './mail/noteMail.ts';
import { topicReplies } from './mailReplies.ts';
import { boardTables } from './migrations/001_boards.ts';
import { noteTables } from './migrations/002_notes.ts';
import { materialTables } from './migrations/003_materials.ts';
import { templateTables } from './migrations/004_templates.ts';
import { noteThreads } from './migrations/005_note_threads.ts';
import * as permissions from './permissions.ts';
import { privacyOfForum } from './privacy.ts';
import * as problems from './problems.ts';
import { tellOfMailing } from './reactions/tellOfMailing.ts';
import { tellOfModeration, tellReporters } from './reactions/tellOfModeration.ts';
import { tellOfNote } from './reactions/tellOfNote.ts';
import { tellOfPost, tellOfReport } from './reactions/tellOfPost.ts';
import { boardRoutes } from './routes/boards.ts';
import { letterRoutes, materialRoutes } from './routes/materials.ts';
import { noteRoutes } from './routes/notes.ts';
import { postRoutes } from './routes/posts.ts';
import { templateRoutes } from './routes/templates.ts';
import { topicRoutes } from './routes/topics.ts';
import { deleteUnusedBoards } from './store/boards.ts';
import { boardTopic, topicTopic } from './topics.ts';

export default definePlugin({
  ref: forumApi,
  home: new URL('./', import.meta.url),
  requires: [
    peopleApi,
    schoolApi,
    filesApi,
    searchApi,
    auditApi,
    progressApi,
    helpApi,
    documentsApi,
    linksApi,
    mailApi,
  ],
  uses: [notifyApi],
  notices: { usual: 'messages', kinds: { note: 'progress' } },
  permissions: Object.values(permissions),
  problems: Object.values(problems),
  publishes: Object.values(events),
  migrations: [boardTables, noteTables, materialTables, templateTables, noteThreads],
  privacy: privacyOfForum,
  start: (host) => {
    const apis: Apis = {
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      files: host.api(filesApi),
      search: host.api(searchApi),
      audit: host.api(auditApi),
      progress: host.api(progressApi),
      help: host.api(helpApi),
      documents: host.api(documentsApi),
      links: host.api(linksApi),
      mail: host.api(mailApi),
      notify: host.apiIfPresent(notifyApi),
    };
    const noteAsked = { link: readNoteLink(apis), mail: noteMail(apis) };
    return {
      api: null,
      routes: [
        ...boardRoutes(apis),
        ...topicRoutes(apis),
        ...postRoutes(apis),
        ...noteRoutes(apis),
        ...materialRoutes(apis),
        ...letterRoutes(apis),
        ...templateRoutes(apis),
      ],
      topics: [topicTopic(apis.school), boardTopic(apis.school)],
      reactions: [
        tellOfPost(apis),
        tellOfReport(apis),
        tellOfModeration(apis),
        tellReporters(apis),
        tellOfNote(apis, noteAsked),
        tellOfMailing(apis),
      ],
      makeDemo: (demo) => makeDemo(apis, demo),
      links: [noteAsked.link],
      mails: [noteAsked.mail],
      mailReplies: [topicReplies(apis)],
      mayStillHear: (scope, notice) => mayStillHear(scope, apis, notice),
      fileOwners: [postFiles(apis.school), materialFiles(apis.school)],
      documents: [packDocument],
      forgetUnused: deleteUnusedBoards,
      schedules: [{ name: 'forum.keep-boards', everySeconds: 60, run: (scope) => keepBoards(scope, apis) }],
    };
  },
});
