import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** Who is who, and whom newcomers have not met. */
export const introductionsPart = defineClientPlugin({
  id: 'introductions',
  pages: [
    {
      path: '/who',
      page: lazily(async () => (await import('./WhoPage.tsx')).WhoPage, 'introductions', 'contacts', 'client/people'),
      navigation: { label: 'nav.who', icon: 'people', roles: ['student', 'guardian'], order: 52 },
    },
  ],
  todayCards: [
    {
      id: 'introductions-newcomers',
      section: 'waiting',
      order: 45,
      roles: ['tutor'],
      card: lazily(async () => (await import('./NewcomersCard.tsx')).NewcomersCard, 'introductions'),
    },
    {
      id: 'introductions-welcome',
      section: 'waiting',
      order: 45,
      roles: ['student'],
      card: lazily(async () => (await import('./WelcomeCard.tsx')).WelcomeCard),
    },
  ],
  studentTabs: [
    {
      id: 'who',
      label: 'nav.who',
      order: 60,
      permission: 'introductions.see',
      tab: lazily(
        async () => (await import('./WhoIsWho.tsx')).WhoIsWhoOf,
        'introductions',
        'contacts',
        'client/people',
      ),
    },
  ],
  groupTabs: [
    {
      id: 'newcomers',
      label: 'nav.newcomers',
      order: 40,
      permission: 'introductions.see-newcomers',
      tab: lazily(async () => (await import('./GroupNewcomers.tsx')).GroupNewcomers, 'introductions'),
    },
  ],
});
