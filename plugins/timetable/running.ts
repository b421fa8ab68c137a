import type { Parts } from '../../server/host/plugin.ts';
import { requestFiles } from './access/requestFiles.ts';
import type { Apis } from './apis.ts';
import { attendRequests } from './commands/attendRequests.ts';
import { sweepPublications } from './commands/sweepPublications.ts';
import { watchOn } from './commands/watchOn.ts';
import { publishJob } from './jobs/publishJob.ts';
import { consentLink } from './links/consentLink.ts';
import { consentMail } from './mail/consentMail.ts';
import { alignMembers } from './reactions/alignMembers.ts';
import { tellExcused } from './reactions/tellExcused.ts';
import { tellLesson } from './reactions/tellLesson.ts';
import { tellMeeting } from './reactions/tellMeeting.ts';
import { tellPublished } from './reactions/tellPublished.ts';
import { tellRequest } from './reactions/tellRequest.ts';
import { tellWindow } from './reactions/tellWindow.ts';
import { watchHours } from './reactions/watchHours.ts';
import { watchRequests } from './reactions/watchRequests.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { extraLessonRoutes } from './routes/extraLessons.ts';
import { feedRoutes } from './routes/feeds.ts';
import { homeSchoolRoutes } from './routes/homeSchools.ts';
import { lessonChangeRoutes } from './routes/lessonChanges.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { policyRoutes } from './routes/policies.ts';
import { publicationRoutes } from './routes/publications.ts';
import { rescheduleRoutes } from './routes/reschedules.ts';
import { roomChoiceRoutes } from './routes/roomChoices.ts';
import { teacherAbsenceRoutes } from './routes/teacherAbsences.ts';
import { watchingRoutes } from './routes/watching.ts';
import { personTopic } from './topics.ts';

/** Everything that happens once a draft is to hold: publishing, lessons, requests for another time, feeds. */
export const runningParts = (
  apis: Apis,
): Required<
  Pick<Parts<unknown>, 'routes' | 'reactions' | 'topics' | 'jobs' | 'schedules' | 'links' | 'mails' | 'fileOwners'>
> => {
  const [link, mail] = [consentLink(() => apis), consentMail(() => apis)];
  return {
    routes: [
      ...publicationRoutes(apis),
      ...lessonRoutes(apis),
      ...lessonChangeRoutes(apis),
      ...rescheduleRoutes(apis),
      ...extraLessonRoutes(apis),
      ...meetingRoutes(apis),
      ...policyRoutes(apis),
      ...roomChoiceRoutes(apis),
      ...agreementRoutes(apis),
      ...homeSchoolRoutes(apis),
      ...teacherAbsenceRoutes(apis),
      ...watchingRoutes(apis),
      ...feedRoutes(apis),
    ],
    reactions: [
      tellPublished(apis),
      tellExcused(apis),
      tellWindow(apis),
      ...tellLesson(apis),
      tellMeeting(apis),
      ...tellRequest(apis, { link, mail }),
      ...alignMembers(apis),
      ...watchHours(apis),
      ...watchRequests(apis),
    ],
    topics: [personTopic(apis.school)],
    jobs: [publishJob(apis)],
    schedules: [
      { name: 'timetable.attend-requests', everySeconds: 60, run: (scope) => attendRequests(apis, scope) },
      { name: 'timetable.watch-on', everySeconds: 300, run: (scope) => watchOn(apis, scope) },
      { name: 'timetable.sweep-publications', everySeconds: 60, run: (scope) => sweepPublications(apis, scope) },
    ],
    links: [link],
    mails: [mail],
    fileOwners: [requestFiles(apis)],
  };
};
