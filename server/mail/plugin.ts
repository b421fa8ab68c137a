import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { mailApi } from './api.ts';
import { send } from './commands/send.ts';
import { mailRefused } from './events.ts';
import { deliverJob } from './jobs/deliver.ts';
import { letterOf } from './letters.ts';
import { outbox } from './migrations/001_outbox.ts';
import { overseeMail } from './permissions.ts';
import { privacyOfMail } from './privacy.ts';
import { mailIsOff } from './problems.ts';
import { mailRoutes } from './routes/mail.ts';
import { fateOf, isAnyMessageDue } from './store/messages.ts';
import { folderTransport, smtpTransport, type Transport } from './transport.ts';

export interface MailParts {
  readonly config: Config;
  installation(): Installation;
}

/** How mails leave: over SMTP, into files where nothing else is configured outside of production, or not at all. */
function connectorOf({ mail }: Config): (() => Transport) | undefined {
  const { smtpUrl, folder, from, requireTls } = mail;
  if (smtpUrl) return () => smtpTransport({ url: smtpUrl, from, requireTls });
  return folder === undefined ? undefined : () => folderTransport(folder, from);
}

/** Mail: an outbox, templates in three languages, and who wants what. */
export const createMailModule = ({ config, installation }: MailParts) => {
  const connect = connectorOf(config);
  return definePlugin({
    ref: mailApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    permissions: [overseeMail],
    publishes: [mailRefused],
    problems: [mailIsOff],
    migrations: [outbox],
    privacy: privacyOfMail,
    start: (host) => {
      const people = host.api(peopleApi);
      const letters = letterOf({
        config,
        people,
        texts: () => installation().texts,
        kind: (id) => installation().mails.find((kind) => kind.id === id),
        replyAddressOf: async () => undefined,
        bounceAddressOf: () => undefined,
      });
      const deliver = deliverJob({
        connect: () => connect?.(),
        letterOf: (context, message) => context.read((scope) => letters(scope, message)),
      });
      const isOn = connect !== undefined;
      return {
        api: { isOn, send: send(isOn, deliver), fateOf },
        routes: mailRoutes({ people, isOn }),
        jobs: [deliver],
        schedules: [
          {
            name: 'mail.retry',
            everySeconds: 60,
            run: async (scope) => {
              if (isOn && (await isAnyMessageDue(scope.db, scope.now))) scope.enqueue(deliver, {});
            },
          },
        ],
      };
    },
  });
};
