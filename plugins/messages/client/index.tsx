import { lazily } from '../../../client/src/lazily.ts';
import { defineClientPlugin } from '../../../client/src/plugin.ts';

const texts = 'conversations';

export default defineClientPlugin({
  id: 'messages',
  pages: [
    {
      path: '/messages',
      page: lazily(async () => (await import('./conversations/ConversationsPage.tsx')).ConversationsPage, texts),
      navigation: {
        label: 'client.nav.messages',
        shortLabel: 'client.nav.messagesShort',
        icon: 'chat',
        permission: 'messages.write',
        order: 25,
      },
    },
    {
      path: '/messages/new',
      page: lazily(
        async () => (await import('./conversations/NewConversationPage.tsx')).NewConversationPage,
        texts,
        'client/people',
      ),
    },
    {
      path: '/messages/calls',
      page: lazily(async () => (await import('./contacts/CallsPage.tsx')).CallsPage, texts, 'client/people'),
    },
    {
      path: '/messages/:threadId',
      page: lazily(async () => (await import('./conversations/ConversationPage.tsx')).ConversationPage, texts),
    },
  ],
  studentTabs: [
    {
      id: 'calls',
      label: 'client.nav.calls',
      order: 40,
      permission: 'messages.read-contacts',
      tab: lazily(async () => (await import('./contacts/StudentContacts.tsx')).StudentContacts, texts),
    },
  ],
  todayCards: [
    {
      id: 'messages-unanswered',
      section: 'waiting',
      order: 14,
      permission: 'messages.settle',
      card: lazily(async () => (await import('./conversations/UnansweredCard.tsx')).UnansweredCard, texts),
    },
    {
      id: 'messages-unread',
      section: 'waiting',
      order: 15,
      permission: 'messages.write',
      card: lazily(async () => (await import('./conversations/UnreadCard.tsx')).UnreadCard, texts),
    },
  ],
});
