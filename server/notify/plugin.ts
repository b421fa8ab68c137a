import { may } from '../access/actor.ts';
import { auditApi } from '../audit/api.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import { mailApi } from '../mail/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { notifyApi } from './api.ts';
import { mailNotices } from './commands/mailNotices.ts';
import { tellGrowing } from './commands/tellGrowing.ts';
import { tellOnce } from './commands/tellOnce.ts';
import { channelFailed } from './events.ts';
import { pushJob } from './jobs/push.ts';
import { aroundApart } from './mail/aroundApart.ts';
import { digestMail, noticeMail } from './mail/noticeMail.ts';
import { notices } from './migrations/20260901_notices.ts';
import { noticeMail as noticeMailColumn } from './migrations/20261122_mail.ts';
import { quietHours } from './migrations/20261129_hours.ts';
import { channels } from './migrations/20261130_channels.ts';
import { failedAddress } from './migrations/20261201_address.ts';
import { growing } from './migrations/20261202_growing.ts';
import type { NotifyParts } from './parts.ts';
import { notifyPermissions, tellUrgently } from './permissions.ts';
import { privacyOfNotify } from './privacy.ts';
import { notifyProblems } from './problems.ts';
import { pushKeysOf } from './push/keys.ts';
import type { NamesOf } from './queries/listNotices.ts';
import { quietAmong } from './queries/quietHours.ts';
import { mailedAmong } from './queries/receivers.ts';
import { mailFailed } from './reactions/mailFailed.ts';
import { deviceRoutes } from './routes/devices.ts';
import { noticeRoutes } from './routes/notices.ts';
import { quietHoursRoutes } from './routes/quietHours.ts';
import { settingsRoutes } from './routes/settings.ts';
import { troubleRoutes } from './routes/troubles.ts';
import { allQuietChoices, saveQuietChoices } from './store/hours.ts';
import { noteMailed } from './store/noticeMail.ts';
import { deleteNotices } from './store/notices.ts';
import { isAnyPushDue } from './store/pushes.ts';
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
    migrations: [notices, noticeMailColumn, quietHours, channels, failedAddress, growing],
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
      const keys = lazily(() => pushKeysOf(config));
      const push = pushJob(parts, () => ({ keys: keys(), subject: config.push.subject }));
      const wakePush = oncePerScope((scope) => void scope.enqueue(push, {}));
      const devices = {
        get publicKey() {
          return keys().publicKey;
        },
        services: config.push.services,
      };
      const namesOf: NamesOf = async (scope, personIds) => {
        const found = await people.peopleByIds(scope.db, personIds);
        return new Map(found.map((person) => [person.id, person.name]));
      };
      return {
        api: {
          tell: async (scope, notice) => {
            const { grows } = notice;
            const isDue = grows
              ? await tellGrowing(scope, parts, { ...notice, grows })
              : (await tellOnce(scope, parts, notice)).isDue;
            if (isDue) wakePush(scope);
          },
          mailedAmong: (scope, kind, personIds) => mailedAmong(scope, parts, kind, personIds),
          mayUrge: ({ actor }) => may(actor, tellUrgently),
          mailedApart: ({ db }, mailed) => noteMailed(db, mailed),
          aroundApart: (scope, recipient, dedupeKey) => aroundApart(scope, parts, recipient, dedupeKey),
          quietAmong: (scope, personIds) => quietAmong(scope, people, personIds),
          allQuietChoices: ({ db }) => allQuietChoices(db),
          saveQuietChoices: ({ db, now }, choices) => saveQuietChoices(db, choices, now),
        },
        routes: [
          ...noticeRoutes(parts, namesOf),
          ...quietHoursRoutes(parts),
          ...settingsRoutes(parts),
          ...deviceRoutes(devices),
          ...troubleRoutes(parts),
        ],
        reactions: [mailFailed(people)],
        jobs: [push],
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
          {
            // What waited for the end of quiet hours, or is tried again.
            name: 'notify.push',
            everySeconds: 60,
            run: async (scope) => {
              if (await isAnyPushDue(scope.db, scope.now)) scope.enqueue(push, {});
            },
          },
        ],
      };
    },
  });

/** Keys are made when they are first needed, not by every process that only looks at the declarations. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One job does for all notices of a command. */
function oncePerScope(work: (scope: WriteScope) => void): (scope: WriteScope) => void {
  const done = new WeakSet<object>();
  return (scope) => {
    if (done.has(scope)) return;
    done.add(scope);
    work(scope);
  };
}
