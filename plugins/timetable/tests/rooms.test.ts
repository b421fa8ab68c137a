import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { jwtVerify } from 'jose';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

const secret = 'a secret that only servers know';
const rightBefore = '2026-09-07T06:50:00Z';

/** A server that checks what BigBlueButton checks: the checksum over call, query and secret. */
async function meetingServer() {
  const calls: URL[] = [];
  const server: Server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const [query = '', checksum] = url.search.slice(1).split('&checksum=');
    const call = url.pathname.split('/').at(-1) ?? '';
    const isRight = createHash('sha256').update(`${call}${query}${secret}`).digest('hex') === checksum;
    if (isRight) calls.push(url);
    const answer = isRight
      ? '<returncode>SUCCESS</returncode>'
      : '<returncode>FAILED</returncode><messageKey>checksumError</messageKey>';
    res.setHeader('content-type', 'text/xml').end(`<response>${answer}</response>`);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A test that fails leaves it open, and must not hold up the run.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}/bigbluebutton`, close: () => server.close() };
}

type Start = Parameters<Parameters<typeof eachApp>[1]>[0];
type Rooms = NonNullable<NonNullable<NonNullable<Parameters<Start>[0]>['config']>['rooms']>[number];

/** A published school with a video server, a few minutes before its first lesson. */
async function schoolWith(start: Start, ...rooms: readonly Rooms[]) {
  const test = await start({ at: '2026-09-01T06:00:00Z', config: { rooms } });
  const it = await runningSchool(test);
  await publish(test, await test.signIn(it.tutor), { draftId: it.draftId, effectiveOn: '2026-09-07' });
  const week = `/api/timetable/students/${it.student.id}/week?from=2026-09-07`;
  const { body } = await (await test.signIn(it.student)).get(week).expect(200);
  const [lesson] = body.lessons;
  test.clock.set(new Date(new Date(lesson.startsAt).getTime() - 10 * 60_000));
  return { test, it, lesson, enter: enterAs(test, lesson.id) };
}

const enterAs = (test: TestApp, lessonId: string) => async (person: { readonly id: string }) =>
  (await test.signIn(person)).post(`/api/timetable/lessons/${lessonId}/enter`);

eachApp('Meeting rooms', (start) => {
  it('are entered by role on BigBlueButton, whoever comes first, at one address for the lesson’s life', async () => {
    const meetings = await meetingServer();
    const { it, lesson, enter } = await schoolWith(start, { kind: 'bigbluebutton', url: meetings.url, secret });
    expect(lesson.joinUrl).to.match(new RegExp(`/join/${lesson.id}$`));
    const student = new URL((await enter(it.student)).body.url).searchParams;
    expect([student.get('role'), student.get('userID')]).to.deep.equal(['VIEWER', it.student.id]);
    const guardian = new URL((await enter(it.guardian)).body.url).searchParams;
    expect([guardian.get('role'), guardian.get('userID')]).to.deep.equal(['VIEWER', it.student.id]);
    const teacher = new URL((await enter({ id: lesson.teacher.id })).body.url).searchParams;
    expect(teacher.get('role')).to.equal('MODERATOR');
    expect(new Set([student, guardian, teacher].map((one) => one.get('meetingID'))).size).to.equal(1);
    expect(meetings.calls.map(({ pathname }) => pathname.split('/').at(-1))).to.deep.equal([
      'create',
      'create',
      'create',
    ]);
    meetings.close();
  });

  it('stay the same when the lesson moves and another teacher holds it, who then leads', async () => {
    const meetings = await meetingServer();
    const { test, it, lesson, enter } = await schoolWith(start, { kind: 'bigbluebutton', url: meetings.url, secret });
    const roomOf = async (person: { readonly id: string }) => {
      const { body, status } = await enter(person);
      return status === 200 ? new URL(body.url).searchParams : new URLSearchParams({ refused: String(status) });
    };
    const before = (await roomOf(it.student)).get('meetingID');
    const tutor = await test.signIn(it.tutor);
    const { revision } = (await tutor.get(`/api/timetable/lessons/${lesson.id}`).expect(200)).body;
    await tutor
      .post(`/api/timetable/lessons/${lesson.id}/move`)
      .set('If-Match', `"${revision}"`)
      .send({ on: '2026-09-08', time: '16:00' })
      .expect(200);
    // Pedro is away; Quim teaches the subject as well and stands in.
    await test.app.database.write((trx) =>
      trx('timetable_lesson').where({ id: lesson.id }).update({ teacherId: it.otherTeacher.id }),
    );
    test.clock.set('2026-09-08T13:55:00Z');
    const now = (await (await test.signIn(it.student)).get(`/api/timetable/lessons/${lesson.id}`).expect(200)).body;
    expect(now.joinUrl).to.equal(lesson.joinUrl);
    const student = await roomOf(it.student);
    expect([student.get('meetingID'), student.get('role')]).to.deep.equal([before, 'VIEWER']);
    const substitute = await roomOf(it.otherTeacher);
    expect([substitute.get('meetingID'), substitute.get('role')]).to.deep.equal([before, 'MODERATOR']);
    // Whoever is away leads it no more.
    expect((await roomOf(it.teacher)).get('role')).not.to.equal('MODERATOR');
    meetings.close();
  });

  it('take the report of who was there from the meeting server alone', async () => {
    const meetings = await meetingServer();
    const { test, it, lesson, enter } = await schoolWith(start, {
      kind: 'bigbluebutton',
      url: meetings.url,
      secret,
    });
    await enter(it.student);
    const callback = new URL(meetings.calls[0]?.searchParams.get('meta_analytics-callback-url') ?? '');
    const joins = ['2026-09-07T07:01:00.000+00:00'];
    const attendees = [
      { ext_user_id: it.student.id, name: 'whoever', duration: 1800, joins, leaves: [] },
      { ext_user_id: test.app.newId(), duration: 60, joins },
      { ext_user_id: 'guest', duration: 60, joins },
    ];
    const report = { version: '1.0', data: { metadata: {}, attendees } };
    const send = (path: string) =>
      fetch(`${test.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report),
      });
    const path = callback.pathname;
    expect((await send(path.replace(/.{8}$/, '00000000'))).status).to.equal(404);
    expect(await (await send(path)).json()).to.deep.equal({ people: 1 });
    expect((await send(path)).status).to.equal(200);
    const rows = await test.app.database.reader('rooms_attendance').select('personId', 'seconds');
    expect(rows).to.deep.equal([{ personId: it.student.id, seconds: 1800 }]);
    const shown = async (person: { readonly id: string }) =>
      (await (await test.signIn(person)).get(`/api/timetable/lessons/${lesson.id}`).expect(200)).body.attendance;
    for (const person of [it.tutor, { id: lesson.teacher.id }, it.student, it.guardian])
      expect((await shown(person)).map(({ minutes }: { minutes: number }) => minutes)).to.deep.equal([30]);
    expect((await shown(it.tutor))[0]).to.deep.include({
      joinedAt: '2026-09-07T07:01:00.000Z',
      leftAt: '2026-09-07T07:31:00.000Z',
    });
    // Classmates do not learn who was there.
    for (const other of it.others) expect(await shown(other)).to.deep.equal([]);
    meetings.close();
  });

  it('are entered on Jitsi with a token that says the role, for this room and no longer than the lesson', async () => {
    const jitsi = { kind: 'jitsi', url: 'https://meet.example.org', appId: 'tutoria', appSecret: secret } as const;
    const { it, lesson, enter } = await schoolWith(start, jitsi);
    const read = async (person: { readonly id: string }) => {
      const url = new URL((await enter(person)).body.url);
      const key = new TextEncoder().encode(secret);
      const options = {
        issuer: 'tutoria',
        audience: 'jitsi',
        subject: 'meet.example.org',
        currentDate: new Date(rightBefore),
      };
      const { payload } = await jwtVerify(url.searchParams.get('jwt') ?? '', key, options);
      expect(payload.room).to.equal(url.pathname.slice(1));
      return payload;
    };
    const moderators = async (person: { readonly id: string }) => {
      const { context, exp = 0 } = await read(person);
      expect(exp * 1000).to.equal(new Date(lesson.endsAt).getTime() + 30 * 60_000);
      return JSON.stringify(context).includes('"moderator":true');
    };
    expect(await moderators(it.student)).to.equal(false);
    expect(await moderators({ id: lesson.teacher.id })).to.equal(true);
    expect(await moderators(it.tutor)).to.equal(true);
  });

  it('say honestly when the server is down, and the timetable stays', async () => {
    const rooms = { kind: 'bigbluebutton', url: 'http://127.0.0.1:9/bigbluebutton', secret } as const;
    const { it, lesson, test, enter } = await schoolWith(start, rooms);
    const refused = await enter(it.student);
    expect(refused.status).to.equal(503);
    expect(refused.body.type).to.match(/rooms\/unreachable$/);
    expect(JSON.stringify(refused.body)).not.to.include('127.0.0.1');
    await (await test.signIn(it.student)).get(`/api/timetable/lessons/${lesson.id}`).expect(200);
  });

  it('open a quarter of an hour before the lesson and close half an hour after it, to those of the lesson alone', async () => {
    const jitsi = { kind: 'jitsi', url: 'https://meet.example.org', appId: 'tutoria', appSecret: secret } as const;
    const { it, lesson, test, enter } = await schoolWith(start, jitsi);
    const at = (iso: string, minutes: number) => test.clock.set(new Date(new Date(iso).getTime() + minutes * 60_000));
    expect((await enter(await test.school.student())).status).to.equal(404);
    at(lesson.startsAt, -16);
    expect((await enter(it.student)).status).to.equal(409);
    at(lesson.endsAt, 29);
    expect((await enter(it.student)).status).to.equal(200);
    at(lesson.endsAt, 30);
    expect((await enter(it.student)).status).to.equal(409);
  });

  it('are where the group, else the teacher, chose: another server, or a link of their own; links of lessons stay', async () => {
    const meetings = await meetingServer();
    const jitsi = { kind: 'jitsi', url: 'https://meet.example.org', appId: 'tutoria', appSecret: secret } as const;
    const bbb = { kind: 'bigbluebutton', url: meetings.url, secret } as const;
    const { it, lesson, test, enter } = await schoolWith(start, jitsi, bbb);
    const at = async () => new URL((await enter(it.student)).body.url).host;
    expect(await at()).to.equal('meet.example.org');
    const teacher = await test.signIn({ id: lesson.teacher.id });
    const own = await teacher.get('/api/timetable/my-room').expect(200);
    expect(own.body.options).to.deep.equal(['usual', 'jitsi', 'bigbluebutton', 'link']);
    const link = { provider: 'link', link: 'https://own.example.org/room' };
    await teacher.put('/api/timetable/my-room').set('If-Match', '"0"').send(link).expect(200);
    expect(await at()).to.equal('own.example.org');
    const tutor = await test.signIn(it.tutor);
    const room = `/api/timetable/groups/${it.group.id}/room`;
    await tutor.put(room).set('If-Match', '"0"').send({ provider: 'bigbluebutton' }).expect(200);
    expect(await at()).to.equal(new URL(meetings.url).host);
    await tutor.put(room).set('If-Match', '"0"').send({ provider: 'usual' }).expect(412);
    await tutor.put(room).set('If-Match', '"1"').send({ provider: 'link', link: null }).expect(400);
    await (await test.signIn(it.student)).put(room).set('If-Match', '"1"').send({ provider: 'usual' }).expect(403);
    const now = (await tutor.get(`/api/timetable/lessons/${lesson.id}`).expect(200)).body;
    expect(now.joinUrl).to.equal(lesson.joinUrl);
    meetings.close();
  });

  it('have a door at a teacher’s own link without any video server', async () => {
    const { it, lesson, test, enter } = await schoolWith(start);
    expect(lesson.joinUrl).to.equal(null);
    const teacher = await test.signIn({ id: lesson.teacher.id });
    await teacher.put('/api/timetable/my-room').set('If-Match', '"0"').send({ provider: 'jitsi' }).expect(422);
    const link = { provider: 'link', link: 'https://own.example.org/room' };
    await teacher.put('/api/timetable/my-room').set('If-Match', '"0"').send(link).expect(200);
    expect((await enter(it.student)).body.url).to.equal(link.link);
    const now = (await teacher.get(`/api/timetable/lessons/${lesson.id}`).expect(200)).body;
    expect(now.joinUrl).to.match(new RegExp(`/join/${lesson.id}$`));
  });
});
