import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { lookAtNotices, readNotices } from '../commands/readNotices.ts';
import type { NotifyParts } from '../parts.ts';
import { listNotices, type NamesOf } from '../queries/listNotices.ts';
import { whyNotice } from '../queries/whyNotice.ts';
import { Looked, NoticeDetail, NoticePage, NoticeParams, NoticesQuery, ReadNotices, UnreadCount } from '../schemas.ts';

export const noticeRoutes = (parts: NotifyParts, namesOf: NamesOf): readonly Route[] => [
  defineRead({
    path: '/notices',
    operationId: 'listNotices',
    summary: 'Your own notices, newest first, and how many you have not read.',
    permission: signedIn,
    query: NoticesQuery,
    output: NoticePage,
    handle: (scope, { query }) => listNotices(scope, query, namesOf),
  }),
  defineRead({
    path: '/notices/:noticeId',
    operationId: 'getNotice',
    summary: 'One of your notices in words: why it came to you, by which channels and when.',
    permission: signedIn,
    params: NoticeParams,
    output: NoticeDetail,
    handle: (scope, { params }) => whyNotice(scope, parts, params.noticeId),
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
