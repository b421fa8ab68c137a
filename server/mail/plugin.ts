import type { Config } from '../config.ts';
import { filesApi } from '../files/api.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import { uploadsIn } from '../host/uploads.ts';
import { peopleApi } from '../people/api.ts';
import { mailApi } from './api.ts';
import { send } from './commands/send.ts';
import { mailRefused } from './events.ts';
import { inboundAddresses } from './inbound/addresses.ts';
import type { InboundParts } from './inbound/prepare.ts';
import { deliverJob } from './jobs/deliver.ts';
import { fetchMailJob } from './jobs/fetchMail.ts';
import { answerRefusedMail } from './kinds/answerRefused.ts';
import { filesLeftMail } from './kinds/filesLeft.ts';
import { letterOf } from './letters.ts';
import { outbox } from './migrations/001_outbox.ts';
import { inbound } from './migrations/002_inbound.ts';
import { overseeMail } from './permissions.ts';
import { privacyOfMail } from './privacy.ts';
import { mailIsOff } from './problems.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { mailRoutes } from './routes/mail.ts';
import { fateOf, isAnyMessageDue } from './store/messages.ts';
import { folderTransport, smtpTransport, type Transport } from './transport.ts';

export interface MailParts {
  readonly config: Config;
  installation(): Installation;
}

/** How mails leave: over SMTP, into files where nothing else is configured outside of production, or not at all. */
function connectorOf({ mail }: Config): (() => Promise<Transport>) | undefined {
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
    requires: [peopleApi, filesApi],
    permissions: [overseeMail],
    publishes: [mailRefused],
    problems: [mailIsOff],
    migrations: [outbox, inbound],
    privacy: privacyOfMail,
    start: (host) => {
      const people = host.api(peopleApi);
      const { sessionSecret: secret } = config;
      const refused = answerRefusedMail(() => installation().texts);
      const isOn = connect !== undefined;
      const tell: InboundParts['tell'] = async (scope, kind, personId, data) =>
        isOn && (await send(isOn, deliver)(scope, kind, [{ to: { personId }, data }]));
      const incoming: InboundParts | undefined = config.inbound
        ? {
            secret,
            address: config.inbound.address,
            folder: uploadsIn(config.dataDir),
            people,
            files: host.api(filesApi),
            installation,
            refused,
            tell: (scope, kind, personId, data) => tell(scope, kind, personId, data),
          }
        : undefined;
      const addresses = inboundAddresses(incoming);
      const fetchMail =
        incoming && config.inbound?.imapUrl ? fetchMailJob(config.inbound.imapUrl, incoming) : undefined;
      const letters = letterOf({
        config,
        people,
        texts: () => installation().texts,
        kind: (id) => installation().mails.find((kind) => kind.id === id),
        replyAddressOf: (context, personId, reply) => addresses.forReply(context, personId, reply),
        bounceAddressOf: addresses.forBounce,
      });
      const deliver = deliverJob({
        connect: () => connect?.(),
        letterOf: (context, message) => letters(context, message),
      });
      return {
        api: { isOn, send: send(isOn, deliver), fateOf },
        routes: [...mailRoutes({ people, isOn }), ...inboundRoutes(incoming, config.inbound?.secret)],
        mails: [refused, filesLeftMail],
        jobs: fetchMail ? [deliver, fetchMail] : [deliver],
        schedules: [
          {
            name: 'mail.retry',
            everySeconds: 60,
            run: async (scope) => {
              if (isOn && (await isAnyMessageDue(scope.db, scope.now))) scope.enqueue(deliver, {});
            },
          },
          ...(fetchMail
            ? [
                {
                  name: 'mail.fetch',
                  everySeconds: 60,
                  run: async (scope: WriteScope) => void scope.enqueue(fetchMail, {}),
                },
              ]
            : []),
        ],
      };
    },
  });
};
