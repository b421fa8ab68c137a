import { defineRead, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { changeLessons } from '../permissions.ts';
import { listCannotJoin } from '../queries/listCannotJoin.ts';
import { requestNumbers } from '../queries/requestNumbers.ts';
import { CannotJoinList } from '../schemas/cannotJoin.ts';
import { NumbersQuery, RequestNumbers } from '../schemas/requestNumbers.ts';

/** What tutors keep an eye on: lessons that not everybody can join, and how requests go. */
export const watchingRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/cannot-join',
    operationId: 'listCannotJoin',
    summary: 'Who of your groups can no longer be online for which lessons.',
    permission: changeLessons,
    about: {
      what: 'timetable.cannot-join',
      whose: (_asked, { items }) => [...new Set(items.map(({ person }) => person.id))],
    },
    output: CannotJoinList,
    handle: (scope) => listCannotJoin(apis, scope),
  }),
  defineRead({
    path: '/timetable/request-numbers',
    operationId: 'getRequestNumbers',
    summary: 'Requests for another time in your groups: by reason, time to answer, share solved, who asks often.',
    permission: changeLessons,
    about: { what: 'timetable.request-numbers', whose: (_asked, { often }) => often.map(({ person }) => person.id) },
    query: NumbersQuery,
    output: RequestNumbers,
    handle: (scope, { query }) => requestNumbers(apis, scope, query),
  }),
];
