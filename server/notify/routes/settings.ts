import { anyone, signedIn } from '../../access/permission.ts';
import { ReceivedFile } from '../../host/receivedFile.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import { chooseChannels, chooseDigestTime, stopMail } from '../commands/chooseChannels.ts';
import type { NotifyParts } from '../parts.ts';
import { stopLinkBroken } from '../problems.ts';
import { mySettings } from '../queries/mySettings.ts';
import { AreaParams, Channels, DigestTime, HtmlPage, Nothing, NoticeSettings, Stopped, StopToken } from '../schemas.ts';

export const settingsRoutes = (parts: NotifyParts): readonly Route[] => [
  defineRead({
    path: '/me/notices',
    operationId: 'getNoticeSettings',
    summary: 'How you hear of what happens.',
    permission: signedIn,
    output: NoticeSettings,
    handle: (scope) => mySettings(scope, parts),
  }),
  defineWrite({
    method: 'put',
    path: '/me/notices/:area',
    operationId: 'chooseChannels',
    summary: 'Chooses how you hear of one area.',
    permission: signedIn,
    params: AreaParams,
    body: Channels,
    output: NoticeSettings,
    handle: (scope, { params, body }) => chooseChannels(scope, parts, params.area, body),
  }),
  defineWrite({
    method: 'put',
    path: '/me/digest',
    operationId: 'chooseDigestTime',
    summary: 'Chooses when your daily and weekly mails go out.',
    permission: signedIn,
    body: DigestTime,
    output: NoticeSettings,
    handle: (scope, { body }) => chooseDigestTime(scope, parts, body),
  }),
  defineWrite({
    method: 'post',
    path: '/mail/stop',
    operationId: 'stopMail',
    summary: 'Switches notices by mail off for whoever was sent this link.',
    permission: anyone,
    body: StopToken,
    output: Stopped,
    problems: [stopLinkBroken],
    handle: (scope, { body }) => stopMail(scope, parts, body.token),
  }),
  ...oneClickRoutes(parts),
];

/** What stands in `List-Unsubscribe` (RFC 8058): mail programs post there by themselves; people who open it get to the page. */
const oneClickRoutes = (parts: NotifyParts): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/mail/stop/:token',
    operationId: 'stopMailByOneClick',
    summary: 'The same for mail programs, which post a form and have no session.',
    permission: anyone,
    fromAnywhere: true,
    upload: true,
    bodyLimit: 10_000,
    params: StopToken,
    body: ReceivedFile,
    output: Nothing,
    problems: [stopLinkBroken],
    handle: async (scope, { params }) => {
      await stopMail(scope, parts, params.token);
      return {};
    },
  }),
  defineRead({
    path: '/mail/stop/:token',
    operationId: 'openStopPage',
    summary: 'Leads whoever opens the address in a browser to the page with the button; changes nothing.',
    permission: anyone,
    params: StopToken,
    output: HtmlPage,
    produces: 'text/html',
    handle: async (_scope, { params }) =>
      `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/mail-stop?token=${encodeURIComponent(params.token)}">`,
  }),
];
