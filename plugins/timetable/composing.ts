import type { Parts } from '../../server/host/plugin.ts';
import type { Apis } from './apis.ts';
import { draftTopic } from './draftTopic.ts';
import { solveJob } from './jobs/solveJob.ts';
import { compromiseRoutes } from './routes/compromises.ts';
import { draftLessonRoutes } from './routes/draftLessons.ts';
import { draftRoutes } from './routes/drafts.ts';
import { healthNormRoutes } from './routes/healthNorms.ts';
import { heatMapRoutes } from './routes/heatMap.ts';
import { solvingRoutes } from './routes/solving.ts';
import { splitRoutes } from './routes/split.ts';

/** Everything that happens before a timetable holds: drafts, solving them, moving lessons, compromises. */
export const composingParts = (apis: Apis): Pick<Parts<unknown>, 'routes' | 'jobs' | 'topics' | 'reactions'> => {
  const solve = solveJob(apis);
  return {
    routes: [
      ...draftRoutes(apis),
      ...draftLessonRoutes(apis),
      ...solvingRoutes(apis, solve),
      ...compromiseRoutes(apis),
      ...splitRoutes(apis),
      ...heatMapRoutes(apis),
      ...healthNormRoutes(apis),
    ],
    jobs: [solve],
    topics: [draftTopic(apis.school)],
    reactions: [],
  };
};
