import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { ViewerTime } from './compromises.ts';
import { PersonBlocker } from './explanation.ts';

export const HeatMapParams = z.strictObject({ groupId: Id });
export type HeatMapParams = z.infer<typeof HeatMapParams>;

/** Of the whole group, of one subgroup, or of one course with its teacher. */
export const HeatMapQuery = z
  .strictObject({ termId: Id, subgroupId: Id.optional(), courseId: Id.optional() })
  .refine(({ subgroupId, courseId }) => subgroupId === undefined || courseId === undefined, {
    params: { code: 'subgroup-or-course' },
    path: ['courseId'],
  });
export type HeatMapQuery = z.infer<typeof HeatMapQuery>;

export const HeatMap = z.object({
  groupId: Id,
  groupName: z.string(),
  /** Zone in which the grid is meant. */
  zone: z.string(),
  /** Zone of `times`: the reader's own. */
  viewerZone: z.string(),
  /** How many are to be online, the teacher of a course included. */
  total: z.int(),
  items: z.array(
    z.object({
      weekday: z.int(),
      hour: z.int(),
      startsTime: z.string(),
      minutes: z.int(),
      online: z.int(),
      cannot: z.array(PersonBlocker),
      times: z.array(ViewerTime),
    }),
  ),
});
export type HeatMap = z.infer<typeof HeatMap>;
