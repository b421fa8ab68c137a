import type { Parts } from '../../server/host/plugin.ts';
import type { Apis } from './apis.ts';
import { lapseReschedules } from './commands/lapseReschedules.ts';
import { sweepPublications } from './commands/sweepPublications.ts';
import { publishJob } from './jobs/publishJob.ts';
import { alignMembers } from './reactions/alignMembers.ts';
import { tellExcused } from './reactions/tellExcused.ts';
import { tellLesson } from './reactions/tellLesson.ts';
import { tellPublished } from './reactions/tellPublished.ts';
import { tellRequest } from './reactions/tellRequest.ts';
import { tellWindow } from './reactions/tellWindow.ts';
import { feedRoutes } from './routes/feeds.ts';
import { lessonChangeRoutes } from './routes/lessonChanges.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { publicationRoutes } from './routes/publications.ts';
import { rescheduleRoutes } from './routes/reschedules.ts';
import { personTopic } from './topics.ts';

/** Everything that happens once a draft is to hold: publishing, lessons, requests for another time, feeds. */
export const runningParts = (
  apis: Apis,
): Required<Pick<Parts<unknown>, 'routes' | 'reactions' | 'topics' | 'jobs' | 'schedules'>> => ({
  routes: [
    ...publicationRoutes(apis),
    ...lessonRoutes(apis),
    ...lessonChangeRoutes(apis),
    ...rescheduleRoutes(apis),
    ...feedRoutes(apis),
  ],
  reactions: [
    tellPublished(apis),
    tellExcused(apis),
    tellWindow(apis),
    ...tellLesson(apis),
    ...tellRequest(apis),
    ...alignMembers(apis),
  ],
  topics: [personTopic(apis.school)],
  jobs: [publishJob(apis)],
  schedules: [
    { name: 'timetable.lapse-reschedules', everySeconds: 60, run: (scope) => lapseReschedules(apis, scope) },
    { name: 'timetable.sweep-publications', everySeconds: 60, run: (scope) => sweepPublications(apis, scope) },
  ],
});
