import type { Parts } from '../../server/host/plugin.ts';
import type { Apis } from './apis.ts';
import { publishJob } from './jobs/publishJob.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { publicationRoutes } from './routes/publications.ts';
import { personTopic } from './topics.ts';

/** Everything that happens once a draft is to hold: publishing, lessons, requests for another time, feeds. */
export const runningParts = (
  apis: Apis,
): Pick<Parts<unknown>, 'routes' | 'reactions' | 'topics' | 'jobs' | 'schedules'> => ({
  routes: [...publicationRoutes(apis), ...lessonRoutes(apis)],
  reactions: [],
  topics: [personTopic(apis.school)],
  jobs: [publishJob(apis)],
  schedules: [],
});
