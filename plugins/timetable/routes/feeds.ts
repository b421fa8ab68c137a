import { z } from 'zod';
import { anyone } from '../../../server/access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { makeFeed, revokeFeed } from '../commands/makeFeed.ts';
import { subscribeToLessons } from '../permissions.ts';
import { feedUnknown } from '../problems.ts';
import { listFeeds } from '../queries/listFeeds.ts';
import { readFeed } from '../queries/readFeed.ts';
import { FeedFile, FeedList, FeedMade, FeedParams, NewFeed } from '../schemas/feeds.ts';

/** Lessons in people's own calendar programs. */
export const feedRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/feeds',
    operationId: 'listFeeds',
    summary: 'The secret calendar addresses that the reader made and that still work.',
    permission: subscribeToLessons,
    output: FeedList,
    handle: (scope) => listFeeds(apis, scope),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/feeds',
    operationId: 'makeFeed',
    summary: 'Makes a secret calendar address for oneself or a child; it is shown this once.',
    permission: subscribeToLessons,
    status: 201,
    body: NewFeed,
    output: FeedMade,
    handle: (scope, { body }) => makeFeed(apis, scope, body),
  }),
  defineWrite({
    method: 'delete',
    path: '/timetable/feeds/:feedId',
    operationId: 'revokeFeed',
    summary: 'Ends a secret calendar address at once.',
    permission: subscribeToLessons,
    params: FeedParams,
    output: z.object({}),
    problems: [feedUnknown],
    handle: (scope, { params }) => revokeFeed(apis, scope, params.feedId),
  }),
  defineRead({
    path: '/timetable/feeds/:file',
    operationId: 'readFeed',
    summary: 'The lessons behind a secret address (`<secret>.ics`), for calendar programs.',
    permission: anyone,
    params: FeedFile,
    produces: 'text/calendar',
    output: z.string(),
    problems: [feedUnknown],
    handle: (scope, { params }) => readFeed(apis, scope, params.file),
  }),
];
