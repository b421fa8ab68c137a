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
    {
      path: '/home-schools/:homeSchoolId/hours/class',
      page: lazily(
        async () => (await import('./ClassHoursPage.tsx')).ClassHoursPage,
        'import/hours',
        'import/faults',
        'client/import',
        'client/hours',
      ),
    },
  ],
  groupTabs: [
    {
      id: 'school-hours',
      label: 'schoolHours',
      order: 30,
      permission: 'import.send-hours',
      tab: lazily(
        async () => (await import('./GroupHours.tsx')).GroupHours,
        'import/hours',
        'import/faults',
        'client/import',
        'client/hours',
      ),
    },
  ],
});
