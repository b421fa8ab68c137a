import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { lookAtNotices, readNotices } from '../commands/readNotices.ts';
import { listNotices, type NamesOf } from '../queries/listNotices.ts';
import { Looked, NoticePage, NoticesQuery, ReadNotices, UnreadCount } from '../schemas.ts';

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
  defineWrite({
    method: 'post',
    path: '/notices/looked',
    operationId: 'lookAtNotices',
    summary: 'Remembers that you have looked at your notices, so that what comes later is shown as new.',
    permission: signedIn,
    output: Looked,
    handle: lookAtNotices,
  }),
];
