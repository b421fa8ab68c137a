import { expect } from 'chai';
import type { App } from '../../server/app.ts';
import { emptyDatabase } from '../harness/emptyDatabase.ts';
import { keeping } from '../harness/keeping.ts';
import { tablesOfProduct } from '../harness/product.ts';
import { doubleBookings, ledgerFaults } from './processes/ledgerFaults.ts';
import { type Racers, race } from './processes/race.ts';
import {
  jobDone,
  openApp,
  type RacingSchool,
  racingSchool,
  signedIn,
  startPublishing,
} from './processes/racingSchool.ts';
import { placeOf, startServer } from './processes/serverProcess.ts';

/** `RACE_CLIENTS=1000 RACE_ACTS=20` races longer. */
const clients = Number(process.env.RACE_CLIENTS ?? 200);
const acts = Number(process.env.RACE_ACTS ?? 2);

describe('A race of many clients at two processes', function () {
  this.timeout(120_000 + clients * acts * 500);
  const keep = keeping();
  let app: App;
  let racers: Racers;
  let logs: () => string;

  before(async () => {
    const { config, remove } = await emptyDatabase('PostgreSQL', tablesOfProduct());
    keep(remove);
    app = await openApp(config);
    keep(() => app.close());
    const school = await racingSchool(app, { groups: 6, weeks: 2 });
    // The teacher's consent is the last word, so that it races with everything else.
    await app.database.write(async (trx) => {
      const groups: { id: string }[] = await trx('school_group').select('id');
      await trx('timetable_group_policy').insert(groups.map(({ id }) => ({ groupId: id, isTeacherEnough: true })));
    });
    const servers = await Promise.all([startServer(placeOf(config)), startServer(placeOf(config))]);
    for (const server of servers) keep(server.stop);
    logs = () => servers.map((server) => server.log()).join('');
    racers = await racersOf(app, school, [servers[0].url, servers[1].url]);
  });

  /** Every change that was acknowledged is in the tables, and no other is. */
  async function lostOrInvented(
    before: ReadonlyMap<string, number>,
    told: ReadonlyMap<string, number>,
  ): Promise<string[]> {
    const revisions = await revisionsOf(app);
    return [...revisions].flatMap(([id, revision]) => {
      const wanted = (before.get(id) ?? 0) + (told.get(id) ?? 0);
      return revision === wanted ? [] : [`lesson ${id} was changed ${revision - wanted} times more than was told`];
    });
  }

  it('never has two holders of one time, and neither loses nor doubles anything', async () => {
    const before = await revisionsOf(app);
    const outcome = await race(racers, clients, acts);
    expect(outcome.wrong).to.deep.equal([]);
    expect(logs()).to.equal('');
    expect(await doubleBookings(app.database.reader)).to.equal(0);
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
    expect(await lostOrInvented(before, outcome.acknowledged)).to.deep.equal([]);
    const stored: string[] = await app.database.reader('timetable_reschedule').pluck('id');
    expect(stored.toSorted()).to.deep.equal(outcome.asked.toSorted());
    // It was a race: much was served and much refused.
    for (const one of ['move 200', 'move 409', 'ask 201', 'ask 409', 'answer 200', 'answer 409'])
      expect(outcome.counts, JSON.stringify(outcome.counts)).to.have.property(one).that.is.above(2);
  });

  it('has two holders once the database guards nothing', async () => {
    await app.database.write(async (trx) => {
      await trx.raw('alter table calendar_claim drop constraint calendar_claim_exclusive');
      for (const moment of ['insert', 'update'])
        await trx.raw(`drop trigger calendar_claim_guard_${moment} on calendar_claim`);
    });
    const { wrong } = await race(racers, Math.ceil(clients / 3), acts);
    expect(wrong).to.deep.equal([]);
    expect(await doubleBookings(app.database.reader)).to.be.above(0);
  });
});

async function revisionsOf({ database }: App): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; revision: number }[] = await database.reader('timetable_lesson').select('id', 'revision');
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Publishes the school's timetable and signs everybody in. */
async function racersOf(app: App, school: RacingSchool, urls: readonly [string, string]): Promise<Racers> {
  const [url] = urls;
  const tutor = await signedIn(app, url, school.tutorId);
  const { jobId } = await startPublishing(tutor, url, school);
  await jobDone(tutor, url, jobId);
  const rows: { id: string; groupId: string }[] = await app.database.reader('timetable_lesson').select('id', 'groupId');
  const students = new Map(school.groupIds.map((id, i) => [id, school.studentIds[i] ?? []]));
  return {
    urls,
    tutor,
    students: await clientsOf(app, urls, school.studentIds.flat()),
    teachers: await clientsOf(app, urls, school.teacherIds),
    startsOn: school.startsOn,
    lessons: rows
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ id, groupId }) => ({ id, studentIds: students.get(groupId) ?? [] })),
  };
}

async function clientsOf(app: App, urls: readonly [string, string], personIds: readonly string[]) {
  const pairs = personIds.map(async (id, i) => [id, await signedIn(app, urls[i % 2 === 0 ? 0 : 1], id)] as const);
  return new Map(await Promise.all(pairs));
}
