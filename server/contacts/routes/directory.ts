import { defineRead } from '../../http/route.ts';
import type { ContactsParts } from '../parts.ts';
import { seeDirectory } from '../permissions.ts';
import { directoryPage, groupDirectory } from '../queries/directory.ts';
import { DirectoryPage, DirectoryQuery, GroupDirectory, GroupPath } from '../schemas.ts';

export const directoryRoutes = (parts: ContactsParts) => [
  defineRead({
    path: '/directory',
    operationId: 'listDirectory',
    summary: 'Families and colleagues of your groups, with the ways to reach them that you may see.',
    permission: seeDirectory,
    query: DirectoryQuery,
    output: DirectoryPage,
    handle: (scope, { query }) => directoryPage(scope, parts, query),
  }),
  defineRead({
    path: '/groups/:groupId/directory',
    operationId: 'getGroupDirectory',
    summary: 'The families of a group and its staff, with the ways to reach them.',
    permission: seeDirectory,
    params: GroupPath,
    output: GroupDirectory,
    handle: (scope, { params }) => groupDirectory(scope, parts, params.groupId),
  }),
];
