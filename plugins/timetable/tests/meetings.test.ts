import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { kindsOf, requestSchool } from './requestSchool.ts';

const at = '2026-09-01T06:00:00Z';
const days = { fromOn: '2026-09-07', untilOn: '2026-09-08' };
const half = { minutes: 30 };

const timesFor = (browser: TestAgent, body: object) =>
  browser.post('/api/timetable/meetings/times').send({ ...half, ...days, ...body });
const make = (browser: TestAgent, body: object) =>
  browser.post('/api/timetable/meetings').send({ title: 'About Luis', ...half, ...body });
const weekOf = async (browser: TestAgent) =>
  (await browser.get('/api/timetable/week?from=2026-09-07').expect(200)).body.meetings;

/** A case conference of the tutor with a student and a teacher, planned. */
async function conference(test: TestApp) {
  const it = await requestSchool(test);
  const people = { personIds: [it.student.id, it.teacher.id] };
  const { body: times } = await timesFor(it.by.tutor, people).expect(200);
  const [best] = times.items;
  const { body: meeting } = await make(it.by.tutor, { ...people, startsAt: best.startsAt }).expect(201);
  await test.settle();
  return { it, people, times, meeting };
}

eachApp('Meetings', (start) => {
  it('are found, planned, and stand in everybody’s week, calendar and notices, once', async () => {
    const test = await start({ at });
    const { it, times, meeting } = await conference(test);
    expect(times.items[0].missing).to.deep.equal([]);
    for (const browser of [it.by.tutor, it.by.student, it.by.teacher, it.by.guardian])
      expect((await weekOf(browser)).map(({ id }: { id: string }) => id)).to.deep.equal([meeting.id]);
    expect((await weekOf(it.by.guardian))[0].whose).to.deep.equal([it.student.id]);
    expect(await weekOf(it.by.otherTeacher)).to.deep.equal([]);
    const told = async (browser: TestAgent) =>
      (await kindsOf(browser)).filter((kind) => kind === 'timetable.meeting-made').length;
    expect([await told(it.by.student), await told(it.by.guardian), await told(it.by.teacher)]).to.deep.equal([1, 1, 1]);
    expect(await told(it.by.tutor)).to.equal(0);
    const feed = await it.by.guardian.post('/api/timetable/feeds').send({ aboutId: it.student.id }).expect(201);
    const { text } = await test.visitor().get(feed.body.path).expect(200);
    expect(text).to.include(`UID:${meeting.id}@tutoria`).and.include('SUMMARY:About Luis');
  });

  it('stand in a list: what is to come, soonest first, then what has been; a family sees its child’s', async () => {
    const test = await start({ at });
    const { it, people, meeting } = await conference(test);
    const later = (
      await make(it.by.tutor, { ...people, title: 'Later', startsAt: '2026-09-10T12:00:00.000Z' }).expect(201)
    ).body;
    const idsOf = async (browser: TestAgent, when: string) =>
      (await browser.get(`/api/timetable/meetings?when=${when}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    for (const browser of [it.by.tutor, it.by.student, it.by.teacher, it.by.guardian])
      expect(await idsOf(browser, 'coming')).to.deep.equal([meeting.id, later.id]);
    expect(await idsOf(it.by.otherTeacher, 'coming')).to.deep.equal([]);
    expect(await idsOf(it.by.tutor, 'past')).to.deep.equal([]);
    await it.by.tutor.post(`/api/timetable/meetings/${later.id}/cancel`).set('If-Match', '"1"').expect(200);
    test.clock.set('2026-09-09T12:00:00Z');
    const tutor = await test.signIn(it.tutor);
    expect(await idsOf(tutor, 'past')).to.deep.equal([meeting.id]);
    const { items } = (await tutor.get('/api/timetable/meetings').expect(200)).body;
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ id: later.id, state: 'cancelled', joinUrl: null });
  });

  it('say of nobody what they do when they cannot come', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { text } = await timesFor(it.by.tutor, {
      personIds: [it.student.id, it.otherTeacher.id],
      minutes: 240,
    }).expect(200);
    expect(text).to.include('"why":"taken"');
    for (const secret of [it.first.id, it.maths.id, '7 A']) expect(text).not.to.include(secret);
  });

  it('are asked for and planned by staff alone, for people whom they see', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const stranger = await test.school.student();
    await timesFor(it.by.student, { personIds: [it.teacher.id] }).expect(403);
    await timesFor(it.by.tutor, { personIds: [stranger.id] }).expect(404);
    await make(it.by.tutor, { personIds: [stranger.id], startsAt: '2026-09-07T15:00:00.000Z' }).expect(404);
    const group = await test.school.group({ name: '8 B' });
    await timesFor(it.by.tutor, { groups: [{ groupId: group.id, whom: ['team'] }] }).expect(404);
    const { body } = await timesFor(it.by.tutor, {
      groups: [{ groupId: it.group.id, whom: ['students', 'guardians', 'team'] }],
    }).expect(200);
    // Three students, a guardian, two teachers and the tutor.
    expect(body.people).to.have.length(7);
  });

  it('take the time: whoever is taken meanwhile stops it, and is invited all the same only when named', async () => {
    const test = await start({ at });
    const { it, people, meeting } = await conference(test);
    const { startsAt } = meeting;
    const refused = await make(it.by.otherTeacher, { personIds: [it.tutor.id], startsAt }).expect(409);
    expect(refused.body.blocked.map(({ personId }: { personId: string }) => personId)).to.deep.equal([it.tutor.id]);
    const made = await make(it.by.otherTeacher, {
      personIds: [it.tutor.id],
      startsAt,
      withoutIds: [it.tutor.id],
    }).expect(201);
    const tutors = made.body.invited.find(({ id }: { id: string }) => id === it.tutor.id);
    expect(tutors.isExpected).to.equal(false);
    // A lesson cannot be put there either.
    const { body: free } = await it.by.tutor.get(`/api/timetable/lessons/${it.first.id}/free-slots`).expect(200);
    expect(free.items.map((slot: { startsAt: string }) => slot.startsAt)).not.to.include(startsAt);
    expect(people.personIds).to.have.length(2);
  });

  it('are moved and called off by whoever planned them, and nobody else finds or changes them', async () => {
    const test = await start({ at });
    const { it, meeting } = await conference(test);
    const path = `/api/timetable/meetings/${meeting.id}`;
    await it.by.otherTeacher.get(path).expect(404);
    await it.by.teacher.post(`${path}/cancel`).set('If-Match', '"1"').expect(403);
    await it.by.teacher.get(`${path}/times?minutes=30&fromOn=2026-09-07&untilOn=2026-09-08`).expect(403);
    const { body: other } = await it.by.tutor
      .get(`${path}/times?minutes=30&fromOn=2026-09-07&untilOn=2026-09-08`)
      .expect(200);
    // The meeting does not stand in its own way.
    expect(other.items[0].startsAt).to.equal(meeting.startsAt);
    const to = { ...half, startsAt: other.items[1].startsAt };
    const moved = await it.by.tutor.post(`${path}/move`).set('If-Match', '"1"').send(to).expect(200);
    expect(moved.body).to.include({ startsAt: to.startsAt, revision: 2 });
    await it.by.tutor.post(`${path}/move`).set('If-Match', '"1"').send(to).expect(412);
    await test.settle();
    expect(await kindsOf(it.by.guardian)).to.include('timetable.meeting-moved');
    await it.by.tutor.post(`${path}/cancel`).set('If-Match', '"2"').expect(200);
    await test.settle();
    expect(await kindsOf(it.by.student)).to.include('timetable.meeting-cancelled');
    await it.by.tutor.post(`${path}/cancel`).set('If-Match', '"3"').expect(409);
    // Everybody's time is free again.
    await make(it.by.otherTeacher, { personIds: [it.tutor.id], startsAt: to.startsAt }).expect(201);
  });

  it('at one time with one person are made once when two plan them at the same moment, and changed once', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const wanted = { personIds: [it.student.id], startsAt: '2026-09-07T15:00:00.000Z' };
    const made = await Promise.all([make(it.by.tutor, wanted), make(it.by.teacher, wanted)]);
    expect(made.map(({ status }) => status).toSorted()).to.deep.equal([201, 409]);
    const [first] = made.filter(({ status }) => status === 201);
    const by = made[0]?.status === 201 ? it.by.tutor : it.by.teacher;
    const path = `/api/timetable/meetings/${first?.body.id}`;
    const to = { ...half, startsAt: '2026-09-07T16:00:00.000Z' };
    const changed = await Promise.all([
      by.post(`${path}/move`).set('If-Match', '"1"').send(to),
      by.post(`${path}/cancel`).set('If-Match', '"1"'),
    ]);
    expect(changed.map(({ status }) => status).toSorted()).to.deep.equal([200, 412]);
  });

  it('of the past, of the far future, or without end are refused', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const people = { personIds: [it.teacher.id] };
    await make(it.by.tutor, { ...people, startsAt: '2026-08-31T08:00:00.000Z' }).expect(422);
    await make(it.by.tutor, { ...people, startsAt: '2027-09-01T08:00:00.000Z' }).expect(422);
    await make(it.by.tutor, { ...people, startsAt: '2026-09-07T15:00:00.000Z', minutes: 1440 }).expect(400);
    await timesFor(it.by.tutor, { ...people, untilOn: '2026-12-31' }).expect(400);
    await timesFor(it.by.tutor, { ...people, untilOn: '2026-09-01' }).expect(400);
    await make(it.by.tutor, { ...people, startsAt: '2026-09-07T15:00:00.000Z', ownLink: 'http://example.org' }).expect(
      400,
    );
  });
});
