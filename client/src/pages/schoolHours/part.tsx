import { lazily } from '../../lazily.ts';
import { defineClientPlugin } from '../../plugin.ts';

/** The hours in which a home school keeps its students busy, as a table of its own. */
export const schoolHoursPart = defineClientPlugin({
  id: 'import',
  pages: [
    {
      path: '/home-schools/:homeSchoolId/hours',
      page: lazily(
        async () => (await import('./SchoolHoursPage.tsx')).SchoolHoursPage,
        'import/hours',
        'import/faults',
        'client/import',
      ),
    },
  ],
});
