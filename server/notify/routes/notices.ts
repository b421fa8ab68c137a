import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { readNotices } from '../commands/readNotices.ts';
import { listNotices, type NamesOf } from '../queries/listNotices.ts';
import { NoticePage, NoticesQuery, ReadNotices, UnreadCount } from '../schemas.ts';

export const noticeRoutes = (namesOf: NamesOf): readonly Route[] => [
  defineRead({
    path: '/notices',
    operationId: 'listNotices',
    summary: 'Your own notices, newest first, and how many you have not read.',
    permission: signedIn,
    query: NoticesQuery,
    output: NoticePage,
    handle: (scope, { query }) => listNotices(scope, query, namesOf),
  }),
  defineWrite({
    method: 'post',
    path: '/notices/read',
    operationId: 'readNotices',
    summary: 'Marks some or all of your notices as read.',
    permission: signedIn,
    body: ReadNotices,
    output: UnreadCount,
    handle: (scope, { body }) => readNotices(scope, body),
  }),
];
