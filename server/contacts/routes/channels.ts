import { signedIn } from '../../access/permission.ts';
import { ofPersonInPath } from '../../audit/about.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { markChannel } from '../commands/markChannel.ts';
import { saveChannels } from '../commands/saveChannels.ts';
import type { ContactsParts } from '../parts.ts';
import { channelUnknown } from '../problems.ts';
import { channelsView } from '../queries/channelsView.ts';
import { ChannelMark, ChannelsInput, ChannelsView, PersonPath } from '../schemas.ts';

export const channelRoutes = (parts: ContactsParts) => [
  defineRead({
    path: '/people/:personId/channels',
    operationId: 'getChannels',
    summary: 'How to reach a person, in the order in which they want it.',
    permission: signedIn,
    about: ofPersonInPath('contacts.read'),
    params: PersonPath,
    output: ChannelsView,
    handle: (scope, { params }) => channelsView(scope, parts, params.personId),
  }),
  defineWrite({
    method: 'put',
    path: '/people/:personId/channels',
    operationId: 'saveChannels',
    summary: 'Puts all channels of a person in place of those before.',
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    precondition: true,
    params: PersonPath,
    body: ChannelsInput,
    output: ChannelsView,
    handle: async (scope, { params, body, ifMatch }) => {
      await saveChannels(scope, parts, params.personId, body, ifMatch);
      return channelsView(scope, parts, params.personId);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/people/:personId/channels/mark',
    operationId: 'markChannel',
    summary: 'Notes that an address does not work, or works again.',
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    params: PersonPath,
    body: ChannelMark,
    output: ChannelsView,
    problems: [channelUnknown],
    handle: async (scope, { params, body }) => {
      await markChannel(scope, parts, params.personId, body);
      return channelsView(scope, parts, params.personId);
    },
  }),
];
