import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { system } from '../../server/access/actor.ts';
import type { App } from '../../server/app.ts';
import { authApi } from '../../server/auth/api.ts';
import { eventually } from '../../server/events/tests/eventually.ts';
import { emptyDatabase } from '../harness/emptyDatabase.ts';
import { keeping } from '../harness/keeping.ts';
import { tablesOfProduct } from '../harness/product.ts';
import { quickest } from '../harness/quickest.ts';
import { testSchool } from '../harness/testSchool.ts';
import type { Client } from './processes/client.ts';
import { doubleBookings, ledgerFaults } from './processes/ledgerFaults.ts';
import { jobDone, openApp, type RacingSchool, racingSchool, signedIn } from './processes/racingSchool.ts';
import { placeOf, startServer } from './processes/serverProcess.ts';

describe('Two processes of one installation', function () {
  this.timeout(600_000);
  const keep = keeping();
  let app: App;
  let here: string;
  let there: string;
  let admin: Client;
  let logs: () => string;

  before(async () => {
    const { config, remove } = await emptyDatabase('PostgreSQL', tablesOfProduct());
    keep(remove);
    app = await openApp(config);
    keep(() => app.close());
    const servers = await Promise.all([startServer(placeOf(config)), startServer(placeOf(config))]);
    for (const server of servers) keep(server.stop);
    [here, there] = [servers[0].url, servers[1].url];
    logs = () => servers.map((server) => server.log()).join('');
    admin = await signedIn(app, here, (await testSchool(app).staff('admin')).id);
  });
  afterEach(() => expect(logs()).to.equal(''));

  /** Makes the same home school at both processes at once, many times over; answers the statuses, pair by pair. */
  async function twice(keyOf: (nth: number) => string | undefined): Promise<{ name: string; statuses: number[] }[]> {
    return Promise.all(
      Array.from({ length: 25 }, async (_, nth) => {
        const key = keyOf(nth);
        const name = `School ${key ?? 'without key'} ${nth}`;
        const ask = { body: { name, zone: 'Europe/Madrid' }, ...(key ? { key } : {}) };
        const answers = await Promise.all([here, there].map((url) => admin.ask(url, 'POST', '/home-schools', ask)));
        return { name, statuses: answers.map(({ status }) => status).sort() };
      }),
    );
  }

  const schoolsOf = (pairs: readonly { name: string }[]): Promise<string[]> =>
    app.database
      .reader('school_home_school')
      .whereIn(
        'name',
        pairs.map(({ name }) => name),
      )
      .pluck('name');

  it('do a write once that is sent twice at once with the same key', async () => {
    const pairs = await twice((nth) => `race-of-keys-${nth}`);
    for (const { statuses } of pairs) expect(['201,201', '201,409']).to.include(statuses.join());
    expect(await schoolsOf(pairs)).to.have.members(pairs.map(({ name }) => name));
  });

  it('do it twice without the key', async () => {
    const pairs = await twice(() => undefined);
    expect(await schoolsOf(pairs)).to.have.length(2 * pairs.length);
  });

  it('answer a repeated write as before, and refuse the key for another one', async () => {
    const ask = (url: string, name: string) =>
      admin.ask(url, 'POST', '/home-schools', { key: 'one-and-the-same', body: { name, zone: 'Europe/Madrid' } });
    const first = await ask(here, 'The only one');
    expect(await ask(there, 'The only one')).to.deep.equal(first);
    expect(await ask(here, 'The only one')).to.deep.equal(first);
    const other = await ask(there, 'Another one');
    expect([other.status, JSON.parse(other.text).type]).to.deep.equal([422, '/problems/http/key-reused']);
    expect(await schoolsOf([{ name: 'The only one' }, { name: 'Another one' }])).to.deep.equal(['The only one']);
  });

  /** A socket of this person at the first process, which watches one topic. */
  async function watching(client: Client, topic: string, key: string): Promise<{ socket: Socket; heard: string[] }> {
    // The origin of the client's own server while it is developed; that of a port chosen by the system is not known.
    const extraHeaders = { cookie: client.cookie, origin: 'http://localhost:5173' };
    const socket = io(here, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
    keep(async () => socket.disconnect());
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    expect(await socket.emitWithAck('join', { topic, key })).to.deep.equal({ ok: true });
    const heard: string[] = [];
    socket.onAny((event: string) => heard.push(event));
    return { socket, heard };
  }

  /** A coordinator who watches the timetable of a student of the home school. */
  async function watchingCoordinator() {
    const school = testSchool(app);
    const homeSchoolId = (await school.homeSchool()).id;
    const student = await school.student({ homeSchoolId });
    const coordinator = await school.staff('coordinator', { homeSchoolId });
    const client = await signedIn(app, here, coordinator.id);
    return { ...(await watching(client, 'timetable.person', student.id)), client, coordinator };
  }

  const roleOf = async (personId: string): Promise<string> =>
    z.object({ id: z.string() }).parse(await app.database.reader('people_role').where({ personId }).first('id')).id;

  it('end what somebody has open at one process within a second after a role was revoked at the other', async () => {
    const took = await quickest(1000, async () => {
      const { client, coordinator, heard, socket } = await watchingCoordinator();
      const path = `/people/${coordinator.id}/roles/${await roleOf(coordinator.id)}`;
      expect(await admin.ask(there, 'DELETE', path)).to.include({ status: 200 });
      const revoked = performance.now();
      await eventually('the socket is closed', () => socket.disconnected);
      const ended = performance.now();
      expect(heard.at(-1)).to.equal('signed-out');
      for (const url of [here, there]) expect((await client.ask(url, 'GET', '/me/sessions')).status).to.equal(401);
      return ended - revoked;
    });
    expect(took).to.be.below(1000);
  });

  it('end them within a second after the account was locked, or this one session ended, at the other', async () => {
    const took = await quickest(1000, async () => {
      const locked = await watchingCoordinator();
      await app.scopes.inWrite(system, (scope) =>
        app.api(authApi).setDisabled(scope, `${locked.coordinator.id}@tests.example`, true),
      );
      const ended = await watchingCoordinator();
      const mine = z.object({ items: z.array(z.object({ id: z.string() })) });
      const [session] = (await ended.client.ask(there, 'GET', '/me/sessions')).as(mine).items;
      expect((await ended.client.ask(there, 'DELETE', `/me/sessions/${session?.id}`)).status).to.equal(200);
      const since = performance.now();
      await eventually('both sockets are closed', () => locked.socket.disconnected && ended.socket.disconnected);
      const gone = performance.now();
      for (const { client } of [locked, ended])
        expect((await client.ask(here, 'GET', '/me/sessions')).status).to.equal(401);
      return gone - since;
    });
    expect(took).to.be.below(1000);
  });

  it('keep the topic where a role goes away without a word', async () => {
    const { coordinator, heard } = await watchingCoordinator();
    await app.database.write((trx) => trx('people_role').where({ personId: coordinator.id }).delete());
    await delay(1500);
    expect(heard).to.deep.equal([]);
  });

  it('disconnect a socket at one process within a second after signing out at the other', async () => {
    const took = await quickest(1000, async () => {
      const { client, socket, heard } = await watchingCoordinator();
      expect(await client.ask(there, 'DELETE', '/session')).to.include({ status: 200 });
      const ended = performance.now();
      await eventually('the socket is closed', () => socket.disconnected);
      expect(heard).to.deep.equal(['signed-out']);
      return performance.now() - ended;
    });
    expect(took).to.be.below(1000);
  });

  it('publish a timetable once when two people publish at the same moment, and lose nothing of the second', async () => {
    const school = await racingSchool(app, { groups: 2, weeks: 1 });
    const tutor = await signedIn(app, here, school.tutorId);
    const first = await publishBoth(tutor, [school.draftId, school.draftId], school.startsOn);
    expect(first.statuses).to.deep.equal([202, 409]);
    expect(['already-publishing', 'draft-ended', 'plan-changed']).to.include(first.refusedAs);
    await jobDone(tutor, here, first.jobId);
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
    const planned = await app.database.reader('timetable_lesson').pluck('id');
    expect(planned).to.have.length(2 * 6);

    // Two drafts of the same term, each with a change of its own.
    const drafts = [await changedDraft(tutor, school, 6), await changedDraft(tutor, school, 7)] as const;
    const second = await publishBoth(tutor, drafts, school.startsOn);
    expect(second.statuses).to.deep.equal([202, 409]);
    expect(['already-publishing', 'plan-changed']).to.include(second.refusedAs);
    await jobDone(tutor, here, second.jobId);
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
    expect(await app.database.reader('timetable_publication').where({ state: 'published' }).pluck('id')).to.have.length(
      2,
    );
    // Whoever was refused still has the draft, and is shown by a new preview what it would do now.
    const left = drafts.find((id) => id !== second.draftId) ?? '';
    const { jobId } = await publishOne(tutor, here, left, school.startsOn);
    await jobDone(tutor, here, jobId);
    expect(await ledgerFaults(app.database.reader)).to.deep.equal([]);
    expect(await doubleBookings(app.database.reader)).to.equal(0);
  });

  const Preview = z.object({ fingerprint: z.string() });
  const Started = z.object({ jobId: z.uuid() });
  const plan = (draftId: string, effectiveOn: string) => ({ draftId, effectiveOn });

  const previewed = async (client: Client, url: string, draftId: string, effectiveOn: string) => {
    const body = plan(draftId, effectiveOn);
    return (await client.ask(url, 'POST', '/timetable/publication-previews', { body })).as(Preview).fingerprint;
  };

  async function publishOne(client: Client, url: string, draftId: string, effectiveOn: string) {
    const body = { ...plan(draftId, effectiveOn), fingerprint: await previewed(client, url, draftId, effectiveOn) };
    return (await client.ask(url, 'POST', '/timetable/publications', { body })).as(Started);
  }

  /** Publishes one draft at each process at once; both were shown what it would do. */
  async function publishBoth(client: Client, drafts: readonly [string, string], effectiveOn: string) {
    const asked = await Promise.all(
      drafts.map(async (draftId, nth) => {
        const url = nth === 0 ? here : there;
        return { draftId, url, fingerprint: await previewed(client, url, draftId, effectiveOn) };
      }),
    );
    const answers = await Promise.all(
      asked.map(async ({ draftId, url, fingerprint }) => {
        const body = { ...plan(draftId, effectiveOn), fingerprint };
        return { draftId, answer: await client.ask(url, 'POST', '/timetable/publications', { body }) };
      }),
    );
    const won = answers.find(({ answer }) => answer.status === 202);
    const lost = answers.find(({ answer }) => answer.status !== 202);
    const refused = z.object({ type: z.string() }).safeParse(JSON.parse(lost?.answer.text ?? '{}'));
    return {
      statuses: answers.map(({ answer }) => answer.status).sort(),
      draftId: won?.draftId,
      jobId: won?.answer.as(Started).jobId ?? '',
      refusedAs: refused.data?.type.split('/').at(-1),
    };
  }

  /** A draft of what is published, with its first lesson at another hour of Friday. */
  async function changedDraft(client: Client, { termId, groupIds }: RacingSchool, hour: number): Promise<string> {
    const Draft = z.object({
      id: z.uuid(),
      revision: z.int(),
      items: z.array(z.object({ courseId: z.uuid(), nth: z.int() })),
    });
    const body = { termId, groupIds, name: `Draft ${hour}`, from: 'published' };
    const draft = (await client.ask(here, 'POST', '/timetable/drafts', { body })).as(Draft);
    const [lesson] = draft.items;
    const path = `/timetable/drafts/${draft.id}/lessons/${lesson?.courseId}/${lesson?.nth}/move`;
    const to = { body: { to: { weekday: 5, hour } }, revision: draft.revision };
    expect((await client.ask(here, 'POST', path, to)).status).to.equal(200);
    return draft.id;
  }
});
