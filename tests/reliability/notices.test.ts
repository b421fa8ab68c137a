import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { system } from '../../server/access/actor.ts';
import { type App, createApp } from '../../server/app.ts';
import { localOf } from '../../server/calendar/api.ts';
import { notifyApi } from '../../server/notify/api.ts';
import { type Dialected, eachDialect } from '../harness/eachDialect.ts';
import { emptyDatabase } from '../harness/emptyDatabase.ts';
import { isLong } from '../harness/isLong.ts';
import { keeping } from '../harness/keeping.ts';
import { type MailServer, mailServer } from '../harness/mailServer.ts';
import { tablesOfProduct, testConfig } from '../harness/product.ts';
import { testClock } from '../harness/testClock.ts';
import { testSchool } from '../harness/testSchool.ts';
import { emptyPlace } from './processes/emptyPlace.ts';
import { openApp } from './processes/racingSchool.ts';
import { startServer } from './processes/serverProcess.ts';

const tell = (app: App, personIds: readonly string[]): Promise<void> =>
  app.scopes.inWrite(system, (scope) =>
    app.api(notifyApi).tell(scope, {
      personIds,
      kind: 'timetable.lesson-cancelled',
      params: { subject: 'Physics', group: '7A', from: '2026-09-08T08:00:00.000Z' },
      link: '/timetable',
      dedupeKey: 'one-event',
    }),
  );

/** People with addresses `0@home.example`, `1@home.example`, … and people without. */
async function peopleOf(app: App, withMail: number, without: number): Promise<string[]> {
  const ids = Array.from({ length: withMail + without }, () => app.newId());
  const pattern = await testSchool(app).person({ email: null, zone: zoneOfDay(app.clock()) });
  const row: object = await app.database.reader('people_person').where({ id: pattern.id }).first('*');
  const rows = ids.map((id, nth) => ({ ...row, id, email: nth < withMail ? `${nth}@home.example` : null }));
  await app.database.write(async (trx) => {
    for (let from = 0; from < rows.length; from += 50) await trx('people_person').insert(rows.slice(from, from + 50));
  });
  return ids;
}

/** Where it is day now: nobody is disturbed at night, not even by a test. */
const zoneOfDay = (now: Date): string =>
  ['UTC', 'Asia/Kamchatka', 'America/Mexico_City', 'Asia/Yekaterinburg'].find((zone) => {
    const hour = Number(localOf(now, zone).time.slice(0, 2));
    return hour >= 9 && hour < 19;
  }) ?? 'UTC';

const addressesOf = (count: number): string[] => Array.from({ length: count }, (_, nth) => `${nth}@home.example`);

describe('Notices of two processes on PostgreSQL', function () {
  this.timeout(120_000);
  const keep = keeping();

  it('reach 500 people of one event once each, though both tell of it and both deliver', async () => {
    const server = await mailServer();
    keep(server.close);
    const { config, remove } = await emptyDatabase('PostgreSQL', tablesOfProduct());
    keep(remove);
    const clock = testClock('2026-09-07T10:00:00Z');
    const mail = { smtpUrl: server.url, folder: undefined, from: 'T <t@school.example>', requireTls: false };
    const open = async (): Promise<App> => {
      const app = await createApp({ ...testConfig(config), mail }, { clock: clock.read, migrate: false });
      keep(() => app.close());
      return app;
    };
    const both = [await open(), await open()];
    const [app] = both;
    if (!app) throw new Error('There is no app');
    const people = await peopleOf(app, 40, 460);
    const round = async (minutes: number): Promise<void> => {
      clock.advance({ minutes });
      await Promise.all(both.map((one) => one.scheduler.idle()));
      await Promise.all(both.map((one) => one.jobs.idle()));
    };
    await round(1);
    await Promise.all(both.map((one) => tell(one, people)));
    for (const minutes of [11, 1, 6]) await round(minutes);
    const told: string[] = await app.database.reader('notify_notice').pluck('person_id');
    expect(told).to.have.members(people);
    expect(server.received.flatMap(({ to }) => to)).to.have.members(addressesOf(40));
  });
});

if (isLong) eachDialect('Notices of a server that was killed', killed);

function killed(dialected: Dialected): void {
  const { keep } = dialected;

  it('go out once from the next one: those that waited, and those that it was just sending', async function () {
    this.timeout(400_000);
    // After some mails nobody is answered until the sender is dead, however quick it is.
    let goOn = (): void => undefined;
    const dead = new Promise<undefined>((resolve) => {
      goOn = () => resolve(undefined);
    });
    const mails: MailServer = await mailServer(() => (mails.received.length > 5 ? dead : undefined));
    keep(mails.close);
    const place = {
      ...(await emptyPlace(dialected)),
      env: { SMTP_URL: mails.url, MAIL_FROM: 'Tutoria <t@school.example>' },
    };
    const app = await openApp(place.database);
    keep(() => app.close());
    const people = await peopleOf(app, 60, 0);
    const first = await startServer(place);
    keep(first.stop);
    await tell(app, people);
    await first.kill();
    expect(mails.received).to.deep.equal([]);

    const second = await startServer(place);
    keep(second.stop);
    await makeDue(app);
    await within(120, 'some have gone', () => mails.received.length > 5);
    await second.kill();
    goOn();
    expect(mails.received.length).to.be.below(people.length);

    await forgetLeases(app);
    const third = await startServer(place);
    keep(third.stop);
    await within(120, 'all have gone', () => new Set(mails.received.flatMap(({ to }) => to)).size === people.length);
    // The one that was on its way may come a second time: then with the same id, by which programs know it.
    const ids = mails.received.map(({ parsed }) => parsed.messageId);
    expect(new Set(ids).size).to.equal(people.length);
    expect(ids.length).to.be.at.most(people.length + 1);
  });
}

/** Nobody waits ten minutes for a test, nor a minute for what comes round once a minute. */
const makeDue = ({ database }: App): Promise<unknown> =>
  database.write(async (trx) => {
    await trx('notify_notice')
      .whereNotNull('mailDueAt')
      .update({ mailDueAt: new Date(0) });
    await trx('jobs_schedule').update({ nextRunAt: new Date(0) });
  });

async function within(seconds: number, what: string, isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    if (isSo()) return;
    await delay(50);
  }
  throw new Error(`It never came about that ${what}`);
}

const forgetLeases = ({ database }: App): Promise<unknown> =>
  database.write(async (trx) => {
    await trx('jobs_job')
      .whereNotNull('leaseId')
      .update({ leaseEndsAt: new Date(0) });
    await trx('mail_message')
      .where({ state: 'waiting' })
      .update({ dueAt: new Date(0) });
  });
