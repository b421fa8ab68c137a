import { anyone, signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { chooseNotices, stopNotices } from '../commands/chooseNotices.ts';
import { overseeMail } from '../permissions.ts';
import { stopLinkBroken } from '../problems.ts';
import { mailState, myMail } from '../queries/mailState.ts';
import { MailChoice, MailState, MyMail, StopToken } from '../schemas.ts';

interface Parts {
  readonly people: PeopleApi;
  readonly isOn: boolean;
  /** Signs the links by which mails are switched off. */
  readonly secret: string;
}

export const mailRoutes = ({ people, isOn, secret }: Parts) => [
  defineRead({
    path: '/mail/mine',
    operationId: 'getMyMail',
    summary: 'How you get notices by mail, and at which address.',
    permission: signedIn,
    output: MyMail,
    handle: (scope) => myMail(scope, people, isOn),
  }),
  defineWrite({
    method: 'put',
    path: '/mail/mine',
    operationId: 'chooseMail',
    summary: 'Chooses how you get notices by mail.',
    permission: signedIn,
    body: MailChoice,
    output: MailChoice,
    handle: (scope, { body }) => chooseNotices(scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/mail/stop',
    operationId: 'stopMail',
    summary: 'Switches notices by mail off for whoever was sent this link.',
    permission: anyone,
    body: StopToken,
    output: MailChoice,
    problems: [stopLinkBroken],
    handle: (scope, { body }) =>
      stopNotices(scope, secret, body.token, async (id) => (await people.peopleByIds(scope.db, [id])).length > 0),
  }),
  defineRead({
    path: '/mail/state',
    operationId: 'getMailState',
    summary: 'Which mails wait or did not arrive.',
    permission: overseeMail,
    output: MailState,
    handle: (scope) => mailState(scope, people, isOn),
  }),
];
