import { signedIn } from '../../access/permission.ts';
import { defineSessionRoute } from '../../http/route.ts';
import type { Entrance } from '../entrance.ts';
import { viewAsRole } from '../permissions.ts';
import { SessionView, ViewAs } from '../schemas.ts';

/** An administrator looks at the pages of a role, without anybody's data; never at those of a person. */
export const viewAsRoutes = (entrance: Entrance) => [
  defineSessionRoute({
    method: 'post',
    path: '/session/view',
    operationId: 'viewAs',
    summary: 'Shows this session the pages of a role, read from a school without anybody in it.',
    permission: viewAsRole,
    body: ViewAs,
    output: SessionView,
    handle: async (session, { body }) => entrance.viewFor(session, await session.viewAs(body.role)),
  }),
  defineSessionRoute({
    method: 'delete',
    path: '/session/view',
    operationId: 'leaveView',
    summary: 'Shows this session its own pages again.',
    permission: signedIn,
    whileViewing: true,
    output: SessionView,
    handle: async (session) => entrance.viewFor(session, await session.viewAs(undefined)),
  }),
];
