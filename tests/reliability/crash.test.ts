import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { App } from '../../server/app.ts';
import { connect } from '../../server/db/connect.ts';
import { type Dialected, eachDialect } from '../harness/eachDialect.ts';
import { isLong } from '../harness/isLong.ts';
import type { Client } from './processes/client.ts';
import { emptyPlace } from './processes/emptyPlace.ts';
import { doubleBookings, ledgerFaults } from './processes/ledgerFaults.ts';
import {
  jobDone,
  openApp,
  type RacingSchool,
  racingSchool,
  signedIn,
  startPublishing,
} from './processes/racingSchool.ts';
import { type Place, type ServerProcess, startServer } from './processes/serverProcess.ts';

const Week = z.object({ lessons: z.array(z.object({ id: z.string() })) });

/** Everything in `npm run test:long`; every day only what needs no timetable. */
eachDialect('After the server was killed', (dialected) => {
  if (isLong) publications(dialected);
  if (isLong) searches(dialected);
  acknowledged(dialected);
});

function publications(dialected: Dialected): void {
  const { keep } = dialected;

  async function begin() {
    const place = await emptyPlace(dialected);
    const app = await openApp(place.database);
    keep(() => app.close());
    const school = await racingSchool(app, { groups: 4, weeks: 10 });
    const server = await startServer(place);
    keep(server.stop);
    const tutor = await signedIn(app, server.url, school.tutorId);
    return { place, app, school, server, tutor };
  }

  async function again(place: Place): Promise<ServerProcess> {
    const server = await startServer(place);
    keep(server.stop);
    return server;
  }

  it('a publication becomes whole, nobody sees half of it, and no acknowledged move of a lesson is lost', async function () {
    this.timeout(600_000);
    const { place, app, school, server, tutor } = await begin();
    const { jobId, lessons } = await startPublishing(tutor, server.url, school);
    await unitsDone(app, 3);
    await server.kill();
    // What the killed server left is neither whole nor to be seen.
    expect(await stateOf(app)).to.equal('publishing');
    expect(await app.database.reader('timetable_lesson').pluck('id')).to.deep.equal([]);
    expect(await ledgerFaults(app.database.reader)).to.not.deep.equal([]);
    await forgetLeases(app);
    const second = await again(place);
    const { url } = second;
    const seen = new Set<number>();
    const ended = jobDone(tutor, url, jobId).then(() => 'ended');
    while ((await Promise.race([ended, delay(20).then(() => 'waiting')])) === 'waiting')
      seen.add(await lessonsOf(tutor, url, school.groupIds[0], school.startsOn));
    const whole = await lessonsOf(tutor, url, school.groupIds[0], school.startsOn);
    expect(await lessonsOfAll(tutor, url, school)).to.equal(lessons);
    expect([...seen].filter((count) => count !== 0 && count !== whole)).to.deep.equal([]);
    expect(await stateOf(app)).to.equal('published');
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
    expect(await doubleBookings(app.database.reader)).to.equal(0);

    // The second process is killed as well, while lessons are moved.
    const moved = await movedUntil(app, tutor, second, 40);
    const third = await again(place);
    for (const [id, told] of moved) {
      const lesson = await tutor.ask(third.url, 'GET', `/timetable/lessons/${id}`);
      // At most the one change under way may have been stored without an answer.
      expect(lesson.as(z.object({ revision: z.int() })).revision).to.be.within(told, told + 1);
    }
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
  });

  it('a publication that was being taken back is gone, with all the time that it took', async function () {
    this.timeout(600_000);
    const { place, app, school, server, tutor } = await begin();
    const { publicationId } = await startPublishing(tutor, server.url, school);
    await unitsDone(app, 6);
    await server.kill();
    const second = await again(place);
    const cancelled = await tutor.ask(second.url, 'POST', `/timetable/publications/${publicationId}/cancel`);
    expect(cancelled).to.include({ status: 202 });
    await second.kill();
    expect(await stateOf(app)).to.equal('removing');
    await forgetLeases(app);
    const { url } = await again(place);
    for (let left = 600; left > 0 && (await stateOf(app)) !== undefined; left--) await delay(100);
    expect(await stateOf(app)).to.equal(undefined);
    expect(await lessonsOfAll(tutor, url, school)).to.equal(0);
    expect(await app.database.reader('calendar_commitment').pluck('id')).to.deep.equal([]);
    // The draft can be published again.
    const { jobId, lessons } = await startPublishing(tutor, url, school);
    await jobDone(tutor, url, jobId);
    expect(await lessonsOfAll(tutor, url, school)).to.equal(lessons);
  });
}

const Draft = z.object({
  revision: z.int(),
  solvingJobId: z.uuid().nullable(),
  lessons: z.object({ placed: z.int(), total: z.int() }),
});
const Solving = z.object({ jobId: z.uuid() });
const Ended = z.object({ state: z.string(), problem: z.string().nullable() });

function searches(dialected: Dialected): void {
  const { keep } = dialected;

  it('a search for a timetable leaves the best so far in the draft, is gone on with, and can be begun again', async function () {
    this.timeout(600_000);
    const place = await emptyPlace(dialected);
    const app = await openApp(place.database);
    keep(() => app.close());
    const { draftId, tutorId, adminId } = await racingSchool(app, { groups: 6, weeks: 4 });
    // Nothing has a place yet, so that whatever has one was found by the search.
    await app.database.write((trx) => trx('timetable_draft_lesson').update({ weekday: null, hourIndex: null }));
    const begun = async () => {
      const server = await startServer(place);
      keep(server.stop);
      return server;
    };
    const first = await begun();
    const tutor = await signedIn(app, first.url, tutorId);
    const draftAt = async (url: string) => (await tutor.ask(url, 'GET', `/timetable/drafts/${draftId}`)).as(Draft);
    const solve = async (url: string, body: object) => {
      const { revision } = await draftAt(url);
      return (await tutor.ask(url, 'POST', `/timetable/drafts/${draftId}/solve`, { body, revision })).as(Solving).jobId;
    };
    const jobId = await solve(first.url, { seconds: 300 });
    await until('something is found', async () => (await draftAt(first.url)).lessons.placed > 0);
    await first.kill();

    // The draft is as the search left it; whoever looks sees that the search has not ended.
    const { url, kill } = await begun();
    const left = await draftAt(url);
    expect(left.lessons.placed).to.be.above(0);
    expect(left.solvingJobId).to.equal(jobId);
    expect((await tutor.ask(url, 'GET', `/jobs/${jobId}`)).as(Ended).state).to.equal('running');
    await forgetLeases(app);
    await until('another process goes on with it', async () => {
      const [row] = await app.database.reader('jobs_job').where({ id: jobId }).select('attempts');
      return row.attempts === 2;
    });
    expect((await draftAt(url)).lessons.placed).to.be.at.least(left.lessons.placed);

    // It is killed again and again until nobody takes it up any more: the page can say so, and nothing is lost.
    await kill();
    await app.database.write((trx) => trx('jobs_job').where({ id: jobId }).update({ attempts: 100 }));
    await forgetLeases(app);
    const third = await begun();
    await until('it is given up', async () => {
      const job = (await tutor.ask(third.url, 'GET', `/jobs/${jobId}`)).as(Ended);
      return job.state === 'failed' && job.problem === 'jobs/abandoned';
    });
    expect((await draftAt(third.url)).lessons.placed).to.be.at.least(left.lessons.placed);

    const again = await solve(third.url, { moves: 20_000 });
    await jobDone(await signedIn(app, third.url, adminId), third.url, again);
    const whole = await draftAt(third.url);
    expect(whole.lessons.placed).to.equal(whole.lessons.total);
  });
}

function acknowledged(dialected: Dialected): void {
  const { keep } = dialected;

  it('no acknowledged write is lost, unless it was acknowledged before its commit', async function () {
    this.timeout(600_000);
    const place = await emptyPlace(dialected);
    const server = await startServer(place, new URL('./hastyServer.ts', import.meta.url));
    keep(server.stop);
    const told = { careful: new Set<string>(), early: new Set<string>() };
    const writers = Array.from({ length: 20 }, (_, i) => {
      const way = i % 2 === 0 ? 'careful' : 'early';
      return writingUntilDead(`${server.url}/api/hasty/${way}`, server.url, told[way]);
    });
    await until('enough is written', () => told.careful.size > 100 && told.early.size > 100);
    await server.kill();
    await Promise.all(writers);
    const database = connect(place.database);
    keep(() => database.close());
    const stored = new Set<string>(await database.reader('hasty_write').pluck('id'));
    const lost = (ids: ReadonlySet<string>) => [...ids].filter((id) => !stored.has(id));
    expect(lost(told.careful)).to.deep.equal([]);
    expect(lost(told.early)).to.not.deep.equal([]);
  });
}

/** Writes until nobody answers any more. */
async function writingUntilDead(address: string, origin: string, told: Set<string>): Promise<void> {
  for (;;) {
    const id = v7();
    const headers = { 'content-type': 'application/json', origin };
    const sent = { method: 'POST', headers, body: JSON.stringify({ id }) };
    const reply = await fetch(address, sent).catch(() => undefined);
    if (!reply?.ok) return;
    told.add(id);
    // Lets the other way have its turn.
    await delay(5);
  }
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 6000; left > 0; left--) {
    if (await isSo()) return;
    await delay(10);
  }
  throw new Error(`It took too long until ${what}`);
}

interface LessonRow {
  readonly id: string;
  readonly heldOn: string;
}

/** Moves lessons at once, and kills the server after so many acknowledgements; the last revision told, by lesson. */
async function movedUntil(app: App, tutor: Client, server: ServerProcess, most: number): Promise<Map<string, number>> {
  const rows: LessonRow[] = await app.database.reader('timetable_lesson').orderBy('id').select('id', 'heldOn');
  const told = new Map(rows.slice(0, 24).map(({ id }) => [id, 1]));
  const moving = rows.slice(0, 24).map((row, nth) => movingUntilDead(tutor, server.url, row, nth, told));
  const moves = () => [...told.values()].reduce((sum, revision) => sum + revision - 1, 0);
  await until('enough lessons are moved', () => moves() >= most);
  await server.kill();
  await Promise.all(moving);
  return told;
}

/** Moves a lesson to and fro until nobody answers any more. */
async function movingUntilDead(
  tutor: Client,
  url: string,
  { id, heldOn }: LessonRow,
  nth: number,
  told: Map<string, number>,
): Promise<void> {
  // Before the first hour of the grid; some of the times are wanted by others as well.
  const times = [`0${nth % 6}:00`, `0${nth % 6}:20`];
  for (let turn = 0; ; turn++) {
    const revision = told.get(id) ?? 1;
    const body = { on: heldOn, time: times[turn % 2] };
    const sent = tutor.ask(url, 'POST', `/timetable/lessons/${id}/move`, { revision, body });
    const answer = await sent.catch(() => undefined);
    if (!answer) return;
    if (answer.status === 200) told.set(id, revision + 1);
    else if (answer.status !== 409) throw new Error(answer.text);
  }
}

async function stateOf({ database }: App): Promise<string | undefined> {
  const row: { state: string } | undefined = await database.reader('timetable_publication').first('state');
  return row?.state;
}

/** Waits until so many units of the publication are applied. */
const unitsDone = ({ database }: App, least: number): Promise<void> =>
  until('the publication goes on', async () => {
    const done: number[] = await database
      .reader('timetable_publication_unit')
      .where({ isApplied: true })
      .pluck('number');
    return done.length >= least;
  });

/** As if half a minute had passed since the crash: then another run takes the job up. */
const forgetLeases = ({ database }: App): Promise<unknown> =>
  database.write((trx) =>
    trx('jobs_job')
      .whereNotNull('leaseId')
      .update({ leaseEndsAt: new Date(0) }),
  );

/** How many lessons of a group are to be seen in one answer. */
async function lessonsOf(tutor: Client, url: string, groupId: string | undefined, from: string): Promise<number> {
  const week = await tutor.ask(url, 'GET', `/timetable/groups/${groupId}/week?from=${from}&days=42`);
  return week.as(Week).lessons.length;
}

/** How many lessons of all groups are to be seen, in at most twelve weeks. */
async function lessonsOfAll(tutor: Client, url: string, { groupIds, startsOn }: RacingSchool): Promise<number> {
  let seen = 0;
  for (const groupId of groupIds)
    for (const days of [0, 42]) {
      const from = new Date(Date.parse(startsOn) + days * 86_400_000).toISOString().slice(0, 10);
      seen += await lessonsOf(tutor, url, groupId, from);
    }
  return seen;
}
