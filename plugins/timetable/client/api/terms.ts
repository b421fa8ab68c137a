import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { read } from '../../../../client/src/api/request.ts';
import type { HeatMap } from '../../schemas/heatMap.ts';

interface HeatOf {
  readonly groupId: string;
  readonly termId: string;
  /** Empty for the whole group. */
  readonly courseId: string;
}

/** How many of a group, or of a course with its teacher, can be online in each hour. */
export const heatMapQuery = ({ groupId, termId, courseId }: HeatOf) =>
  queryOptions({
    queryKey: ['heat', groupId, termId, courseId],
    queryFn: ({ signal }) =>
      read<z.infer<typeof HeatMap>>(
        `/timetable/groups/${groupId}/heat-map?termId=${termId}${courseId && `&courseId=${courseId}`}`,
        signal,
      ),
    enabled: termId !== '',
  });
