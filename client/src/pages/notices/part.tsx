import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** What the client shows of notices beside their list. */
export const noticesPart = defineClientPlugin({
  id: 'notify',
  pages: [
    {
      path: '/notices/:noticeId',
      page: lazily(
        async () => (await import('./NoticePage.tsx')).NoticePage,
        'notices',
        'client/people',
        'notify/settings',
      ),
    },
  ],
  todayCards: [
    {
      id: 'channel-troubles',
      section: 'waiting',
      order: 70,
      permission: 'notify.troubles',
      card: lazily(async () => (await import('./TroublesCard.tsx')).TroublesCard, 'notices'),
    },
  ],
});
