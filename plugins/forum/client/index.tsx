import { lazily } from '../../../client/src/lazily.ts';
import { defineClientPlugin } from '../../../client/src/plugin.ts';

/** The texts of the pages come with them, not with the first visit. */
const texts = 'forum-pages';

export default defineClientPlugin({
  id: 'forum',
  pages: [
    {
      path: '/forum',
      page: lazily(async () => (await import('./boards/ForumPage.tsx')).ForumPage, texts, 'client/people'),
      navigation: { label: 'client.nav.forum', icon: 'talk', permission: 'forum.use', order: 33 },
    },
    {
      path: '/forum/boards/:boardId',
      page: lazily(async () => (await import('./boards/BoardPage.tsx')).BoardPage, texts, 'client/people'),
    },
    {
      path: '/forum/topics/:topicId',
      page: lazily(async () => (await import('./topic/TopicPage.tsx')).TopicPage, texts),
    },
    {
      path: '/forum/search',
      page: lazily(async () => (await import('./search/SearchPage.tsx')).SearchPage, texts),
    },
    {
      path: '/forum/groups/:groupId/notes',
      page: lazily(async () => (await import('./progress/NotesPage.tsx')).NotesPage, texts),
    },
    {
      path: '/forum/groups/:groupId/materials',
      page: lazily(async () => (await import('./materials/MaterialsPage.tsx')).MaterialsPage, texts),
    },
    {
      path: '/forum/groups/:groupId/letter',
      page: lazily(async () => (await import('./materials/WriteLetterPage.tsx')).WriteLetterPage, texts),
    },
    {
      path: '/forum/mailings/:mailingId',
      page: lazily(async () => (await import('./materials/MailingPage.tsx')).MailingPage, texts),
    },
    {
      path: '/forum/letters/:letterId',
      page: lazily(async () => (await import('./materials/LetterPage.tsx')).LetterPage, texts),
    },
    {
      path: '/forum/reports',
      page: lazily(async () => (await import('./boards/ReportsPage.tsx')).ReportsPage, texts),
    },
  ],
  todayCards: [
    {
      id: 'forum-unread',
      section: 'changed',
      order: 10,
      permission: 'forum.use',
      card: lazily(async () => (await import('./today/UnreadCard.tsx')).UnreadCard),
    },
    {
      id: 'forum-notes',
      section: 'waiting',
      order: 15,
      roles: ['tutor', 'guardian'],
      card: lazily(async () => (await import('./today/NotesCard.tsx')).NotesCard),
    },
    {
      id: 'forum-letters',
      section: 'waiting',
      order: 16,
      permission: 'forum.use',
      card: lazily(async () => (await import('./today/LettersCard.tsx')).LettersCard),
    },
    {
      id: 'forum-reports',
      section: 'waiting',
      order: 60,
      permission: 'forum.keep',
      card: lazily(async () => (await import('./today/ReportsCard.tsx')).ReportsCard),
    },
  ],
  studentTabs: [
    {
      id: 'progress',
      label: 'client.nav.progress',
      order: 5,
      roles: ['admin', 'lead-tutor', 'tutor', 'teacher', 'psychologist', 'guardian', 'student'],
      tab: lazily(async () => (await import('./progress/StudentProgress.tsx')).StudentProgress, texts, 'client/people'),
    },
  ],
  groupTabs: [
    {
      id: 'materials',
      label: 'client.nav.materials',
      order: 32,
      permission: 'forum.use',
      tab: lazily(async () => (await import('./materials/GroupMaterials.tsx')).GroupMaterials, texts),
    },
    {
      id: 'forum',
      label: 'client.nav.group',
      order: 30,
      permission: 'forum.use',
      tab: lazily(async () => (await import('./boards/GroupForum.tsx')).GroupForum, texts),
    },
  ],
});
