import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

const runners = ['admin', 'coordinator', 'lead-tutor', 'tutor'];

/** How to reach people, and whether that still holds. */
export const contactsPart = defineClientPlugin({
  id: 'contacts',
  pages: [
    {
      path: '/directory',
      page: lazily(async () => (await import('./DirectoryPage.tsx')).DirectoryPage, 'contacts', 'client/people'),
      navigation: {
        label: 'nav.directory',
        icon: 'phone',
        permission: 'contacts.see-directory',
        order: 55,
      },
    },
    {
      path: '/contacts/confirm',
      page: lazily(async () => (await import('./ConfirmPage.tsx')).ConfirmPage, 'contacts'),
    },
    {
      path: '/contacts/rounds',
      page: lazily(async () => (await import('./RoundsPage.tsx')).RoundsPage, 'contacts'),
    },
    {
      path: '/contacts/rounds/:roundId/:groupId',
      page: lazily(async () => (await import('./RoundGroupPage.tsx')).RoundGroupPage, 'contacts'),
    },
  ],
  todayCards: [
    {
      id: 'contacts-confirm',
      section: 'waiting',
      order: 50,
      roles: ['student', 'guardian'],
      card: lazily(async () => (await import('./ConfirmCard.tsx')).ConfirmCard),
    },
    {
      id: 'contacts-rounds',
      section: 'waiting',
      order: 50,
      roles: runners,
      card: lazily(async () => (await import('./RoundsCard.tsx')).RoundsCard, 'contacts'),
    },
  ],
  groupTabs: [
    {
      id: 'contacts',
      label: 'nav.directory',
      order: 30,
      permission: 'contacts.see-directory',
      tab: lazily(async () => (await import('./GroupContacts.tsx')).GroupContacts, 'contacts', 'client/people'),
    },
  ],
});
