import { defineRead, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { seeHeatMap } from '../permissions.ts';
import { courseOfOtherGroup, subgroupOfOtherGroup, termUnknown } from '../problems.ts';
import { showHeatMap } from '../queries/heatMap.ts';
import { HeatMap, HeatMapParams, HeatMapQuery } from '../schemas/heatMap.ts';

export const heatMapRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/groups/:groupId/heat-map',
    operationId: 'getHeatMap',
    isHeavy: true,
    summary: "How many of a group can be online in each hour of its week, who cannot and why, on the reader's clock.",
    permission: seeHeatMap,
    about: {
      what: 'timetable.heat',
      whose: (_asked, { items }) => [
        ...new Set(items.flatMap(({ cannot }) => cannot.flatMap(({ person }) => person?.id ?? []))),
      ],
    },
    params: HeatMapParams,
    query: HeatMapQuery,
    output: HeatMap,
    problems: [termUnknown, courseOfOtherGroup, subgroupOfOtherGroup],
    handle: (scope, { params, query }) => showHeatMap(apis)(scope, params, query),
  }),
];
