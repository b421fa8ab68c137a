import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** The next school year, and what was in those before. */
export const yearPart = defineClientPlugin({
  id: 'school',
  pages: [
    {
      path: '/school/year',
      page: lazily(async () => (await import('./YearPage.tsx')).YearPage, 'year', 'client/people'),
    },
  ],
  studentTabs: [
    {
      id: 'history',
      label: 'history',
      order: 85,
      permission: 'school.read',
      tab: lazily(async () => (await import('./History.tsx')).StudentHistory, 'year'),
    },
  ],
  groupTabs: [
    {
      id: 'history',
      label: 'history',
      order: 90,
      permission: 'school.check-readiness',
      tab: lazily(async () => (await import('./History.tsx')).GroupHistory, 'year'),
    },
  ],
});
