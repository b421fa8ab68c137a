import { lazily } from '../../../client/src/lazily.ts';
import { defineClientPlugin } from '../../../client/src/plugin.ts';

/** Those who ask for another time of a lesson, and those who answer. */
const concernedByRequests = ['admin', 'coordinator', 'lead-tutor', 'tutor', 'teacher', 'student', 'guardian'];

/** Those for whom a day is their groups' day. */
const lookingAfterGroups = ['admin', 'coordinator', 'head', 'lead-tutor', 'tutor', 'psychologist'];

export default defineClientPlugin({
  id: 'timetable',
  pages: [
    {
      path: '/timetable',
      page: lazily(async () => (await import('./week/WeekPage.tsx')).WeekPage),
      navigation: {
        label: 'client.nav.week',
        shortLabel: 'client.nav.weekShort',
        icon: 'week',
        permission: 'timetable.see-lessons',
        order: 20,
      },
    },
    {
      path: '/requests',
      page: lazily(async () => (await import('./reschedule/RequestsPage.tsx')).RequestsPage, 'timetable/lessons'),
      navigation: {
        label: 'client.nav.requests',
        shortLabel: 'client.nav.requestsShort',
        icon: 'swap',
        roles: concernedByRequests,
        order: 30,
      },
    },
    // Where notices and mails of before lead.
    {
      path: '/timetable/requests/:rescheduleId',
      page: lazily(async () => (await import('./reschedule/OldRequestPage.tsx')).OldRequestPage),
    },
    {
      path: '/requests/:rescheduleId',
      page: lazily(
        async () => (await import('./reschedule/RequestPage.tsx')).RequestPage,
        'reschedule',
        'timetable/lessons',
      ),
    },
    {
      path: '/timetable/absence',
      page: lazily(
        async () => (await import('./absence/AbsencePage.tsx')).AbsencePage,
        'timetable/lessons',
        'reschedule',
        'client/people',
      ),
    },
    {
      path: '/join/:lessonId',
      page: lazily(async () => (await import('./week/EnterPage.tsx')).EnterPage, 'timetable/lessons'),
    },
    {
      path: '/join/meeting/:meetingId',
      page: lazily(async () => (await import('./meetings/EnterMeetingPage.tsx')).EnterMeetingPage, 'timetable/lessons'),
    },
    {
      path: '/meetings/new',
      page: lazily(async () => (await import('./meetings/MeetPage.tsx')).MeetPage, 'meetings', 'client/people'),
    },
    {
      path: '/meetings',
      page: lazily(async () => (await import('./meetings/MeetingsPage.tsx')).MeetingsPage, 'meetings'),
    },
    {
      path: '/meetings/:meetingId',
      page: lazily(async () => (await import('./meetings/MeetingPage.tsx')).MeetingPage, 'meetings'),
    },
    {
      path: '/timetable/extra',
      page: lazily(
        async () => (await import('./extra/ExtraPage.tsx')).ExtraPage,
        'extra',
        'reschedule',
        'timetable/lessons',
      ),
    },
    {
      path: '/timetable/calendar',
      page: lazily(async () => (await import('./feed/CalendarPage.tsx')).CalendarPage, 'timetable/lessons'),
    },
    {
      path: '/workbench',
      page: lazily(async () => (await import('./bench/BenchPage.tsx')).BenchPage, 'timetable/bench'),
      navigation: {
        label: 'client.nav.bench',
        shortLabel: 'client.nav.benchShort',
        icon: 'bench',
        permission: 'timetable.compose',
        order: 35,
      },
    },
    {
      path: '/workbench/drafts/:draftId/:part?',
      page: lazily(
        async () => (await import('./bench/DraftPage.tsx')).DraftPage,
        'bench',
        'timetable/bench',
        'timetable/desk',
        'timetable/lessons',
      ),
    },
    {
      path: '/workbench/norms',
      page: lazily(async () => (await import('./norms/NormsPage.tsx')).NormsPage, 'norms', 'timetable/bench'),
    },
    {
      path: '/workbench/publications/:publicationId',
      page: lazily(
        async () => (await import('./bench/PublicationPage.tsx')).PublicationPage,
        'timetable/bench',
        'timetable/desk',
        'timetable/lessons',
      ),
    },
    {
      path: '/agreements',
      page: lazily(async () => (await import('./agreement/AgreementsPage.tsx')).AgreementsPage, 'agreement'),
      navigation: { label: 'client.nav.agreement', icon: 'check', permission: 'timetable.answer-agreement', order: 36 },
    },
    {
      path: '/home-schools/:homeSchoolId',
      page: lazily(async () => (await import('./agreement/HomeSchoolPage.tsx')).HomeSchoolPage, 'agreement'),
    },
    {
      path: '/agreements/:agreementId',
      page: lazily(async () => (await import('./agreement/AgreementPage.tsx')).AgreementPage, 'agreement'),
    },
  ],
  todayCards: [
    {
      id: 'timetable-agreements',
      section: 'waiting',
      order: 15,
      permission: 'timetable.answer-agreement',
      card: lazily(async () => (await import('./agreement/AgreementsCard.tsx')).AgreementsCard, 'agreement'),
    },
    {
      id: 'timetable-next',
      section: 'next',
      order: 10,
      roles: ['teacher', 'student', 'guardian'],
      card: lazily(async () => (await import('./today/NextCard.tsx')).NextCard),
    },
    {
      id: 'timetable-meetings',
      section: 'next',
      order: 12,
      // Those who teach find them beside their lessons.
      roles: lookingAfterGroups,
      card: lazily(async () => (await import('./meetings/MeetingsCard.tsx')).MeetingsCard, 'meetings'),
    },
    {
      id: 'timetable-groups',
      section: 'next',
      order: 30,
      roles: lookingAfterGroups,
      card: lazily(async () => (await import('./today/GroupsCard.tsx')).GroupsCard, 'timetable/desk'),
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
    {
      id: 'timetable-exceptions',
      section: 'waiting',
      order: 20,
      permission: 'timetable.publish',
      card: lazily(async () => (await import('./today/ExceptionsCard.tsx')).ExceptionsCard, 'timetable/desk'),
    },
    {
      id: 'timetable-cannot-join',
      section: 'waiting',
      order: 25,
      permission: 'timetable.change-lessons',
      card: lazily(async () => (await import('./today/CannotJoinCard.tsx')).CannotJoinCard, 'timetable/desk'),
    },
    {
      id: 'timetable-handovers',
      section: 'waiting',
      order: 30,
      permission: 'timetable.publish',
      card: lazily(async () => (await import('./today/HandoversCard.tsx')).HandoversCard, 'timetable/desk'),
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
    {
      id: 'heat',
      label: 'client.nav.heat',
      order: 20,
      permission: 'timetable.see-heat-map',
      wide: true,
      tab: lazily(async () => (await import('./bench/HeatTab.tsx')).HeatTab, 'timetable/bench'),
    },
  ],
});
