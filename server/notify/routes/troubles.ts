import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { endTrouble } from '../commands/endTrouble.ts';
import type { NotifyParts } from '../parts.ts';
import { seeTroubles } from '../permissions.ts';
import { listTroubles } from '../queries/troubles.ts';
import { TroubleList, TroubleParams } from '../schemas.ts';

export const troubleRoutes = (parts: NotifyParts): readonly Route[] => [
  defineRead({
    path: '/channel-troubles',
    operationId: 'listChannelTroubles',
    summary: 'Whom of your students, their families and colleagues mail or signals do not reach.',
    permission: seeTroubles,
    about: { what: 'notify.troubles-read', whose: (_asked, { items }) => items.map(({ person }) => person.id) },
    output: TroubleList,
    handle: (scope) => listTroubles(scope, parts),
  }),
  defineWrite({
    method: 'post',
    path: '/channel-troubles/:troubleId/solved',
    operationId: 'endChannelTrouble',
    summary: 'Says that the address works after all, or that another way was found: notices are sent again.',
    permission: seeTroubles,
    params: TroubleParams,
    output: TroubleList,
    handle: (scope, { params }) => endTrouble(scope, parts, params.troubleId),
  }),
];
