import { auditApi } from '../audit/api.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { mailApi } from '../mail/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { notifyApi } from './api.ts';
import { mailNotices, planNoticeMail } from './commands/mailNotices.ts';
import { tell } from './commands/tell.ts';
import { noticeMail } from './mail/noticeMail.ts';
import { notices } from './migrations/20260901_notices.ts';
import { noticeMail as noticeMailColumn } from './migrations/20261122_mail.ts';
import { quietHours } from './migrations/20261129_hours.ts';
import { setSchoolQuietHours } from './permissions.ts';
import { privacyOfNotify } from './privacy.ts';
import type { NamesOf } from './queries/listNotices.ts';
import { quietAmong } from './queries/quietHours.ts';
import { noticeRoutes } from './routes/notices.ts';
import { quietHoursRoutes } from './routes/quietHours.ts';
import { deleteNotices } from './store/notices.ts';
import { noticesTopic } from './topics.ts';

const keptDays = 365;
const daySeconds = 86_400;

/** Notices within the product, and by mail to those who want them so. */
export const createNotifyModule = (installation: () => Installation) =>
  definePlugin({
    ref: notifyApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi, mailApi, schoolApi, auditApi],
    permissions: [setSchoolQuietHours],
    migrations: [notices, noticeMailColumn, quietHours],
    privacy: privacyOfNotify,
    start(host) {
      const people = host.api(peopleApi);
      const mail = host.api(mailApi);
      const school = host.api(schoolApi);
      const kind = noticeMail({
        people,
        school,
        texts: () => installation().texts,
        grantSources: () => installation().grantSources,
      });
      const namesOf: NamesOf = async (scope, personIds) => {
        const found = await people.peopleByIds(scope.db, personIds);
        return new Map(found.map((person) => [person.id, person.name]));
      };
      return {
        api: {
          tell: async (scope, notice) => {
            const personIds = await tell(scope, notice);
            await planNoticeMail(scope, { people, mail }, notice.dedupeKey, personIds);
          },
          quietAmong: (scope, personIds) => quietAmong(scope, people, personIds),
        },
        routes: [...noticeRoutes(namesOf), ...quietHoursRoutes({ people, school, audit: host.api(auditApi) })],
        topics: [noticesTopic],
        mails: [kind],
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
            run: (scope) => mailNotices(scope, mail, kind),
          },
        ],
      };
    },
  });
