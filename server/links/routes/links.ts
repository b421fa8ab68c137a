import { anyone } from '../../access/permission.ts';
import type { Texts } from '../../host/texts.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { useLink } from '../commands/useLink.ts';
import { actorOfLink, type LinkParts } from '../opening.ts';
import { choiceUnknown, linkOver, linkUnknown, linkUsed } from '../problems.ts';
import { showLink } from '../queries/showLink.ts';
import { LinkChoice, LinkDone, LinkPath, LinkView } from '../schemas.ts';

export const linkRoutes = (parts: LinkParts & { texts(): Texts }) => [
  defineRead({
    path: '/links/:token',
    operationId: 'showLink',
    summary: 'What a link from a mail asks. Opening it changes nothing.',
    permission: anyone,
    params: LinkPath,
    output: LinkView,
    problems: [linkUnknown, linkUsed, linkOver],
    actsAs: (scope, { params }) => actorOfLink(parts, scope, params.token),
    handle: (scope, { params }) => showLink(parts, scope, params.token),
  }),
  defineWrite({
    method: 'post',
    path: '/links/:token',
    operationId: 'useLink',
    summary: 'Decides by a link from a mail what it asks, once.',
    permission: anyone,
    params: LinkPath,
    body: LinkChoice,
    output: LinkDone,
    problems: [linkUnknown, linkUsed, linkOver, choiceUnknown],
    actsAs: (scope, { params }) => actorOfLink(parts, scope, params.token),
    handle: (scope, { params, body }) => useLink(parts, scope, params.token, body),
  }),
];
