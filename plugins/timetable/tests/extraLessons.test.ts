import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { kindsOf, requestSchool } from './requestSchool.ts';

const at = '2026-09-01T06:00:00Z';

eachApp('Extra lessons', (start) => {
  it('are offered where everybody is free, and stand in week, calendar and notices once added', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const courses = await it.by.tutor.get(`/api/timetable/extra-courses?groupId=${it.group.id}`).expect(200);
    expect(courses.body.items).to.have.length(2);
    expect(courses.body.items.map(({ id }: { id: string }) => id)).to.include(it.maths.id);
    const path = `/api/timetable/courses/${it.maths.id}`;
    const times = await it.by.tutor.get(`${path}/extra-times`).expect(200);
    const [best] = times.body.items;
    expect(best.reasons[0]).to.deep.equal({ kind: 'all-can-attend' });
    const taken = times.body.items.map((slot: { startsAt: string }) => slot.startsAt);
    for (const lesson of [it.first, it.biology, it.second]) expect(taken).not.to.include(lesson.startsAt);

    const { on, time } = best;
    const { body: added } = await it.by.tutor.post(`${path}/extra-lessons`).send({ on, time }).expect(201);
    expect(added.startsAt).to.equal(best.startsAt);
    const week = async (browser: typeof it.by.tutor) =>
      (await browser.get(`/api/timetable/students/${it.student.id}/week?from=${on}`).expect(200)).body.lessons;
    expect((await week(it.by.guardian)).map(({ id }: { id: string }) => id)).to.include(added.id);
    await test.settle();
    for (const browser of [it.by.student, it.by.guardian, it.by.teacher])
      expect((await kindsOf(browser)).filter((kind) => kind === 'timetable.lesson-added')).to.have.length(1);
    const feed = await it.by.student.post('/api/timetable/feeds').send({}).expect(201);
    expect((await test.visitor().get(feed.body.path).expect(200)).text).to.include(`UID:${added.id}@tutoria`);
    // The time is taken.
    await it.by.tutor.post(`${path}/extra-lessons`).send({ on, time }).expect(409);
  });

  it('may be for one student alone, who must be of the course; classmates do not learn of it', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const path = `/api/timetable/courses/${it.maths.id}`;
    const stranger = await test.school.student();
    await it.by.teacher.get(`${path}/extra-times?forPersonId=${stranger.id}`).expect(422);
    const body = { on: '2026-09-10', time: '10:00', forPersonId: it.student.id };
    const { body: added } = await it.by.teacher.post(`${path}/extra-lessons`).send(body).expect(201);
    await it.by.student.get(`/api/timetable/lessons/${added.id}`).expect(200);
    const [other] = it.others;
    if (!other) throw new Error('There are classmates');
    await (await test.signIn(other)).get(`/api/timetable/lessons/${added.id}`).expect(404);
  });

  it('are added by the teachers of the course and the tutors of the group alone', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const body = { on: '2026-09-10', time: '10:00' };
    const path = `/api/timetable/courses/${it.maths.id}/extra-lessons`;
    await it.by.student.post(path).send(body).expect(403);
    const refused = await it.by.otherTeacher.post(path).send(body);
    expect([403, 404]).to.include(refused.status);
    const shown = await it.by.otherTeacher.get(`/api/timetable/extra-courses?groupId=${it.group.id}`).expect(200);
    expect(shown.body.items).to.have.length(1);
    expect(shown.body.items[0].id).not.to.equal(it.maths.id);
  });

  it('longer than any hour of the day, of the past, or outside of the grid have a clear outcome', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const path = `/api/timetable/courses/${it.maths.id}`;
    const long = await it.by.tutor.get(`${path}/extra-times?minutes=240`).expect(200);
    expect(long.body.items).to.deep.equal([]);
    const add = (body: object) => it.by.tutor.post(`${path}/extra-lessons`).send(body);
    const reasonOf = async (body: object) => (await add(body).expect(422)).body.reason;
    expect(await reasonOf({ on: '2026-09-10', time: '10:00', minutes: 240 })).to.equal('not-in-grid');
    expect(await reasonOf({ on: '2026-09-10', time: '10:07' })).to.equal('not-in-grid');
    expect(await reasonOf({ on: '2026-08-31', time: '10:00' })).to.equal('too-soon');
    expect(await reasonOf({ on: '2027-03-01', time: '10:00' })).to.equal('outside-of-term');
    await add({ on: '2026-09-10', time: '10:00', minutes: 1440 }).expect(400);
  });
});
