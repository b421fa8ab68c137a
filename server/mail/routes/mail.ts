import { defineRead } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { overseeMail } from '../permissions.ts';
import { mailState } from '../queries/mailState.ts';
import { MailState } from '../schemas.ts';

interface Parts {
  readonly people: PeopleApi;
  readonly isOn: boolean;
}

export const mailRoutes = ({ people, isOn }: Parts) => [
  defineRead({
    path: '/mail/state',
    operationId: 'getMailState',
    summary: 'Which mails wait or did not arrive.',
    permission: overseeMail,
    output: MailState,
    handle: (scope) => mailState(scope, people, isOn),
  }),
];
