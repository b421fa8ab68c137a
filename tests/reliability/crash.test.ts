import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { App } from '../../server/app.ts';
import { connect } from '../../server/db/connect.ts';
import { type Dialected, eachDialect } from '../harness/eachDialect.ts';
import { tablesOfProduct } from '../harness/product.ts';
import { freshPath } from '../harness/testEnvironment.ts';
import type { Client } from './processes/client.ts';
import { doubleBookings, ledgerFaults } from './processes/ledgerFaults.ts';
import {
  jobDone,
  openApp,
  type RacingSchool,
  racingSchool,
  signedIn,
  startPublishing,
} from './processes/racingSchool.ts';
import { type Place, placeOf, type ServerProcess, startServer } from './processes/serverProcess.ts';

/** An installation's database; on SQLite it is the file that a server opens in its data folder. */
async function emptyPlace({ empty }: Dialected): Promise<Place> {
  const { config } = await empty(tablesOfProduct());
  const dataDir = freshPath('-data');
  if (config.dialect === 'postgres') return placeOf(config, dataDir);
  mkdirSync(dataDir);
  const file = join(dataDir, 'tutoria.db');
  copyFileSync(config.file, file);
  return placeOf({ dialect: 'sqlite', file }, dataDir);
}

const Week = z.object({ lessons: z.array(z.object({ id: z.string() })) });

eachDialect('After the server was killed', (dialected) => {
  const { keep } = dialected;

  async function begin(weeks: number) {
    const place = await emptyPlace(dialected);
    const app = await openApp(place.database);
    keep(() => app.close());
    const school = await racingSchool(app, { groups: 5, weeks });
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

  it('a publication becomes whole, and nobody sees half of it', async function () {
    this.timeout(180_000);
    const { place, app, school, server, tutor } = await begin(12);
    const { jobId, lessons } = await startPublishing(tutor, server.url, school);
    await unitsDone(app, 3);
    await server.kill();
    // What the killed server left is neither whole nor to be seen.
    expect(await stateOf(app)).to.equal('publishing');
    expect(await app.database.reader('timetable_lesson').pluck('id')).to.deep.equal([]);
    expect(await ledgerFaults(app.database.reader)).to.not.deep.equal([]);
    await forgetLeases(app);
    const { url } = await again(place);
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
  });

  it('a publication that was being taken back is gone, with all the time that it took', async function () {
    this.timeout(180_000);
    const { place, app, school, server, tutor } = await begin(12);
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

  it('no acknowledged move of a lesson is lost', async function () {
    this.timeout(180_000);
    const { place, app, school, server, tutor } = await begin(1);
    const { jobId } = await startPublishing(tutor, server.url, school);
    await jobDone(tutor, server.url, jobId);
    const lessons: LessonRow[] = await app.database.reader('timetable_lesson').select('id', 'heldOn');
    const moving = lessons.map((lesson, nth) => movingUntilDead(tutor, server.url, lesson, nth));
    await delay(1500);
    await server.kill();
    const acknowledged = await Promise.all(moving);
    const { url } = await again(place);
    for (const [nth, { id }] of lessons.entries()) {
      const { revision } = (await tutor.ask(url, 'GET', `/timetable/lessons/${id}`)).as(
        z.object({ revision: z.int() }),
      );
      const told = acknowledged[nth] ?? 1;
      // At most the one change under way may have been stored without an answer.
      expect(revision).to.be.within(told, told + 1);
    }
    expect(acknowledged.reduce((sum, revision) => sum + revision - 1, 0)).to.be.above(5);
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
  });

  /** Writes from many clients until the server is killed; answers how many were acknowledged, and how many of these are lost. */
  async function lostOf(way: 'careful' | 'early'): Promise<{ told: number; lost: number }> {
    const place = await emptyPlace(dialected);
    const server = await startServer(place, new URL('./hastyServer.ts', import.meta.url));
    keep(server.stop);
    const told: string[] = [];
    const writers = Array.from({ length: 20 }, async () => {
      for (;;) {
        const id = v7();
        const headers = { 'content-type': 'application/json', origin: server.url };
        const sent = { method: 'POST', headers, body: JSON.stringify({ id }) };
        const reply = await fetch(`${server.url}/api/hasty/${way}`, sent).catch(() => undefined);
        if (!reply?.ok) return;
        told.push(id);
      }
    });
    await delay(1500);
    await server.kill();
    await Promise.all(writers);
    const database = connect(place.database);
    keep(() => database.close());
    const stored = new Set<string>(await database.reader('hasty_write').pluck('id'));
    return { told: told.length, lost: told.filter((id) => !stored.has(id)).length };
  }

  it('no acknowledged write of any kind is lost', async function () {
    this.timeout(60_000);
    const { told, lost } = await lostOf('careful');
    expect(told).to.be.above(20);
    expect(lost).to.equal(0);
  });

  it('writes are lost that were acknowledged before their commit', async function () {
    this.timeout(60_000);
    expect((await lostOf('early')).lost).to.be.above(0);
  });
});

interface LessonRow {
  readonly id: string;
  readonly heldOn: string;
}

/** Moves a lesson to and fro until nobody answers any more; the last revision that was acknowledged. */
async function movingUntilDead(tutor: Client, url: string, { id, heldOn }: LessonRow, nth: number): Promise<number> {
  let revision = 1;
  // Before the first hour of the grid, each lesson has times of its own.
  const times = [`0${nth % 4}:00`, `0${nth % 4}:20`];
  for (;;) {
    const body = { on: heldOn, time: times[revision % 2] };
    const answer = await tutor
      .ask(url, 'POST', `/timetable/lessons/${id}/move`, { revision, body })
      .catch(() => undefined);
    if (!answer) return revision;
    if (answer.status === 200) revision += 1;
    else if (answer.status !== 409) throw new Error(answer.text);
    else times.reverse();
  }
}

async function stateOf({ database }: App): Promise<string | undefined> {
  const row: { state: string } | undefined = await database.reader('timetable_publication').first('state');
  return row?.state;
}

/** Waits until so many units of the publication are applied, but by far not all. */
async function unitsDone({ database }: App, least: number): Promise<void> {
  for (let left = 3000; left > 0; left--) {
    const done: number[] = await database
      .reader('timetable_publication_unit')
      .where({ isApplied: true })
      .pluck('number');
    if (done.length >= least) return;
    await delay(10);
  }
  throw new Error('The publication does not go on');
}

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

/** How many lessons of all groups are to be seen, in twelve weeks. */
async function lessonsOfAll(tutor: Client, url: string, { groupIds, startsOn }: RacingSchool): Promise<number> {
  let seen = 0;
  for (const groupId of groupIds)
    for (const days of [0, 42]) {
      const from = new Date(Date.parse(startsOn) + days * 86_400_000).toISOString().slice(0, 10);
      seen += await lessonsOf(tutor, url, groupId, from);
    }
  return seen;
}
