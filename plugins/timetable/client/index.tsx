import { lazily } from '../../../client/src/lazily.ts';
import { defineClientPlugin } from '../../../client/src/plugin.ts';

/** Those who ask for another time of a lesson, and those who answer. */
const concernedByRequests = ['admin', 'lead-tutor', 'tutor', 'teacher', 'student', 'guardian'];

export default defineClientPlugin({
  id: 'timetable',
  pages: [
    {
      path: '/timetable',
      page: lazily(async () => (await import('./week/WeekPage.tsx')).WeekPage),
      navigation: { label: 'client.nav.week', icon: 'week', permission: 'timetable.see-lessons', order: 20 },
    },
    {
      path: '/timetable/requests',
      page: lazily(async () => (await import('./reschedule/RequestsPage.tsx')).RequestsPage),
      navigation: {
        label: 'client.nav.requests',
        shortLabel: 'client.nav.requestsShort',
        icon: 'swap',
        roles: concernedByRequests,
        order: 30,
      },
    },
    {
      path: '/timetable/requests/:rescheduleId',
      page: lazily(async () => (await import('./reschedule/RequestPage.tsx')).RequestPage),
    },
    {
      path: '/timetable/calendar',
      page: lazily(async () => (await import('./feed/CalendarPage.tsx')).CalendarPage),
    },
  ],
  todayCards: [
    {
      id: 'timetable-next',
      section: 'next',
      order: 10,
      roles: ['teacher', 'student', 'guardian'],
      card: lazily(async () => (await import('./today/NextCard.tsx')).NextCard),
    },
    {
      id: 'timetable-own-requests',
      section: 'next',
      order: 20,
      roles: ['student', 'guardian'],
      card: lazily(async () => (await import('./today/OwnRequests.tsx')).OwnRequests),
    },
    {
      id: 'timetable-requests',
      section: 'waiting',
      order: 10,
      roles: ['teacher', 'tutor', 'lead-tutor'],
      card: lazily(async () => (await import('./today/RequestsToDecide.tsx')).RequestsToDecide),
    },
  ],
  studentTabs: [
    {
      id: 'timetable',
      label: 'client.nav.timetable',
      order: 10,
      permission: 'timetable.see-lessons',
      tab: lazily(async () => (await import('./week/StudentTimetable.tsx')).StudentTimetable),
    },
  ],
  groupTabs: [
    {
      id: 'timetable',
      label: 'client.nav.timetable',
      order: 10,
      permission: 'timetable.see-lessons',
      wide: true,
      tab: lazily(async () => (await import('./week/GroupLessons.tsx')).GroupLessons),
    },
  ],
});
