import { auditApi } from '../audit/api.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { mailApi } from '../mail/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { notifyApi } from './api.ts';
import { mailNotices } from './commands/mailNotices.ts';
import { tell } from './commands/tell.ts';
import { channelFailed } from './events.ts';
import { digestMail, noticeMail } from './mail/noticeMail.ts';
import { notices } from './migrations/20260901_notices.ts';
import { noticeMail as noticeMailColumn } from './migrations/20261122_mail.ts';
import { quietHours } from './migrations/20261129_hours.ts';
import { channels } from './migrations/20261130_channels.ts';
import type { NotifyParts } from './parts.ts';
import { notifyPermissions } from './permissions.ts';
import { privacyOfNotify } from './privacy.ts';
import { notifyProblems } from './problems.ts';
import type { NamesOf } from './queries/listNotices.ts';
import { quietAmong } from './queries/quietHours.ts';
import { noticeRoutes } from './routes/notices.ts';
import { quietHoursRoutes } from './routes/quietHours.ts';
import { settingsRoutes } from './routes/settings.ts';
import { deleteNotices } from './store/notices.ts';
import { noticesTopic } from './topics.ts';

const keptDays = 365;
const daySeconds = 86_400;

export interface NotifyModuleParts {
  readonly config: Config;
  installation(): Installation;
}

/** Notices: in the product, by mail, as signals on people's devices; by the channels and at the moments that each chose. */
export const createNotifyModule = ({ config, installation }: NotifyModuleParts) =>
  definePlugin({
    ref: notifyApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi, mailApi, schoolApi, auditApi],
    permissions: notifyPermissions,
    publishes: [channelFailed],
    problems: notifyProblems,
    migrations: [notices, noticeMailColumn, quietHours, channels],
    privacy: privacyOfNotify,
    start(host) {
      const people = host.api(peopleApi);
      const parts: NotifyParts = {
        config,
        people,
        school: host.api(schoolApi),
        mail: host.api(mailApi),
        audit: host.api(auditApi),
        installation,
      };
      const mails = { soon: noticeMail(parts), digest: digestMail(parts) };
      const namesOf: NamesOf = async (scope, personIds) => {
        const found = await people.peopleByIds(scope.db, personIds);
        return new Map(found.map((person) => [person.id, person.name]));
      };
      return {
        api: {
          tell: async (scope, notice) => void (await tell(scope, parts, notice)),
          quietAmong: (scope, personIds) => quietAmong(scope, people, personIds),
        },
        routes: [...noticeRoutes(namesOf), ...quietHoursRoutes(parts), ...settingsRoutes(parts)],
        topics: [noticesTopic],
        mails: [mails.soon, mails.digest],
        schedules: [
          {
            name: 'notify.forget',
            everySeconds: daySeconds,
            async run({ db, now }) {
              await deleteNotices(db, new Date(now.getTime() - keptDays * daySeconds * 1000));
            },
          },
          {
            name: 'notify.mail',
            everySeconds: 60,
            run: (scope) => mailNotices(scope, parts, mails),
          },
        ],
      };
    },
  });
