import { auditApi } from '../../server/audit/api.ts';
import { calendarApi } from '../../server/calendar/api.ts';
import { documentsApi } from '../../server/documents/api.ts';
import { filesApi } from '../../server/files/api.ts';
import { definePlugin } from '../../server/host/plugin.ts';
import { jobsApi } from '../../server/jobs/api.ts';
import { linksApi } from '../../server/links/api.ts';
import { mailApi } from '../../server/mail/api.ts';
import { notifyApi } from '../../server/notify/api.ts';
import { peopleApi } from '../../server/people/api.ts';
import { roomsApi } from '../../server/rooms/api.ts';
import { schoolApi } from '../../server/school/api.ts';
import { timetableApi } from './api.ts';
import { composingParts } from './composing.ts';
import { composingEvents } from './composingEvents.ts';
import { homeSchoolSheet } from './documents/homeSchoolSheet.ts';
import { runningEvents } from './events.ts';
import { solveJob } from './jobs/solveJob.ts';
import { makeDemo } from './makeDemo.ts';
import { draftTables } from './migrations/001_drafts.ts';
import { lessonTables } from './migrations/002_lessons.ts';
import { excuseTable } from './migrations/003_excuses.ts';
import { redoColumn } from './migrations/004_redo.ts';
import { healthNormsTable } from './migrations/005_healthNorms.ts';
import { requestTables } from './migrations/006_requests.ts';
import { agreementTables } from './migrations/008_agreements.ts';
import { teacherAbsenceTables } from './migrations/009_teacherAbsences.ts';
import { cannotJoinTable } from './migrations/010_cannotJoin.ts';
import { meetingTables } from './migrations/011_meetings.ts';
import { homeSchoolSide } from './migrations/012_homeSchools.ts';
import { roomChoiceTable } from './migrations/013_roomChoices.ts';
import { lostTimes } from './migrations/014_lostTimes.ts';
import { schoolNormsTable } from './migrations/015_schoolNorms.ts';
import * as permissions from './permissions.ts';
import { privacyOfTimetable } from './privacy.ts';
import * as problems from './problems.ts';
import { weekOfChanges, weekOfLessons } from './queries/progressOfLessons.ts';
import { runningParts } from './running.ts';

export default definePlugin({
  ref: timetableApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, calendarApi, jobsApi, auditApi, documentsApi, filesApi, linksApi, mailApi, roomsApi],
  uses: [notifyApi],
  notices: { usual: 'lessons', kinds: { reschedule: 'requests' } },
  permissions: Object.values(permissions),
  problems: Object.values(problems),
  publishes: [...composingEvents, ...runningEvents],
  migrations: [
    draftTables,
    lessonTables,
    excuseTable,
    redoColumn,
    healthNormsTable,
    requestTables,
    agreementTables,
    teacherAbsenceTables,
    cannotJoinTable,
    meetingTables,
    homeSchoolSide,
    roomChoiceTable,
    lostTimes,
    schoolNormsTable,
  ],
  privacy: privacyOfTimetable,
  start: (host) => {
    const apis = {
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      calendar: host.api(calendarApi),
      jobs: host.api(jobsApi),
      audit: host.api(auditApi),
      documents: host.api(documentsApi),
      files: host.api(filesApi),
      links: host.api(linksApi),
      mail: host.api(mailApi),
      rooms: host.api(roomsApi),
      notify: host.apiIfPresent(notifyApi),
    };
    const composing = composingParts(apis);
    const running = runningParts(apis);
    return {
      api: {},
      ...running,
      routes: [...(composing.routes ?? []), ...(running.routes ?? [])],
      jobs: [...(composing.jobs ?? []), ...(running.jobs ?? [])],
      topics: [...(composing.topics ?? []), ...(running.topics ?? [])],
      reactions: [...(composing.reactions ?? []), ...(running.reactions ?? [])],
      progressSections: [weekOfLessons(apis), weekOfChanges(apis)],
      documents: [homeSchoolSheet],
      makeDemo: (demo) => makeDemo(apis, solveJob(apis), demo),
    };
  },
});
