import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** Questions and their answers. */
export const helpPart = defineClientPlugin({
  id: 'help',
  pages: [
    {
      path: '/help',
      page: lazily(async () => (await import('./HelpPage.tsx')).HelpPage, 'help'),
      navigation: { label: 'nav', icon: 'help', order: 84 },
    },
    { path: '/help/ask', page: lazily(async () => (await import('./AskPage.tsx')).AskPage, 'help', 'client/people') },
    {
      path: '/help/:helpId',
      page: lazily(async () => (await import('./RequestPage.tsx')).RequestPage, 'help'),
    },
  ],
  todayCards: [
    {
      id: 'help-waiting',
      section: 'waiting',
      order: 40,
      roles: ['admin', 'coordinator', 'lead-tutor', 'tutor', 'teacher'],
      card: lazily(async () => (await import('./WaitingCard.tsx')).WaitingCard, 'help'),
    },
  ],
  studentTabs: [
    {
      id: 'help',
      label: 'nav',
      order: 80,
      roles: ['admin', 'coordinator', 'lead-tutor', 'tutor'],
      tab: lazily(async () => (await import('./StudentHelp.tsx')).StudentHelp, 'help'),
    },
  ],
});
