import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { act, ask, kindsOf, lessonNow, requestSchool, show } from './requestSchool.ts';

const at = '2026-09-01T06:00:00Z';

interface Slot {
  readonly on: string;
  readonly time: string;
  readonly startsAt: string;
  readonly reasons: readonly { readonly kind: string }[];
}

const slotsOf = async (browser: TestAgent, path: string) =>
  (await browser.get(`/api/timetable/${path}/free-slots`).expect(200)).body;

/** Maths and biology each leave one hour of Tuesday: what moves must take the other's place. */
async function fullWeek(test: TestApp) {
  const it = await requestSchool(test);
  const window = (personId: string, weekday: number, fromTime: string, toTime: string) => ({
    id: test.app.newId(),
    kind: 'online',
    personId,
    weekday,
    fromTime,
    toTime,
  });
  await test.app.database.write(async (trx) => {
    // The teacher of maths is there on Mondays and Tuesdays until eleven, the other one all week.
    await trx('calendar_availability').insert({ personId: it.teacher.id, revision: 1 });
    await trx('calendar_window').insert([
      window(it.teacher.id, 1, '09:00', '09:50'),
      window(it.teacher.id, 2, '10:00', '10:50'),
      window(it.teacher.id, 3, '09:00', '09:50'),
    ]);
  });
  return it;
}

eachApp('Finding another time', (start) => {
  it('puts hours that were wished for first, and says why each stands where it stands', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const windows = [{ on: '2026-09-11', from: '10:00', to: '12:00' }];
    const { body } = await ask(it.by.student, it.first, { windows }).expect(201);
    const { items, chains } = await slotsOf(it.by.tutor, `reschedules/${body.id}`);
    expect(items[0]).to.include({ on: '2026-09-11' });
    expect(items[0].reasons.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
      'all-can-attend',
      'wished',
      'days-later',
      'load',
    ]);
    expect(chains).to.deep.equal([]);
  });

  it('keeps a time that is held for a request among its own times, and no other request’s', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const held = { on: '2026-09-08', time: '09:00' };
    const whensOf = async (path: string): Promise<readonly string[]> =>
      (await slotsOf(it.by.tutor, path)).items.map(({ on, time }: Slot) => `${on} ${time}`);
    const { body } = await ask(it.by.student, it.first, { slot: held }).expect(201);
    expect(await whensOf(`reschedules/${body.id}`)).to.include('2026-09-08 09:00');
    expect(await whensOf(`lessons/${it.first.id}`)).to.include('2026-09-08 09:00');
    expect(await whensOf(`lessons/${it.second.id}`)).not.to.include('2026-09-08 09:00');
  });

  it('offers those who may change the lessons chains that make room where nothing is free', async () => {
    const test = await start({ at });
    const it = await fullWeek(test);
    const forTutor = await slotsOf(it.by.tutor, `lessons/${it.first.id}`);
    expect(forTutor.items).to.deep.equal([]);
    const [best] = forTutor.chains;
    expect(best.moves[0]).to.include({ lessonId: it.first.id, on: '2026-09-08', time: '10:00' });
    expect(best.moves[1]).to.include({ lessonId: it.biology.id, on: '2026-09-08' });
    // Biology moves with three students and its teacher.
    expect(best.disturbed).to.equal(4);
    expect((await slotsOf(it.by.student, `lessons/${it.first.id}`)).chains).to.deep.equal([]);

    const [{ on, time }, ...rest] = best.moves;
    const alongside = rest.map((one: Slot & { lessonId: string }) => ({
      lessonId: one.lessonId,
      on: one.on,
      time: one.time,
    }));
    await ask(it.by.tutor, it.first, { slot: { on, time, alongside } }).expect(201);
  });

  it('moves a chain whole or not at all, with the consent of every teacher whose lesson moves', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const tuesday = { on: '2026-09-08', time: '10:00' };
    // Maths takes the hour of biology, which goes to another one.
    const chain = { ...tuesday, alongside: [{ lessonId: it.biology.id, on: '2026-09-10', time: '11:00' }] };
    await ask(it.by.student, it.first, { slot: chain }).expect(403);
    const { body } = await ask(it.by.tutor, it.first, {
      slot: chain,
      forPersonId: it.student.id,
      reason: 'Canary',
    }).expect(201);
    expect(body.moves).to.have.length(2);

    const other = await show(it.by.otherTeacher, body.id);
    expect(JSON.stringify(other)).not.to.include('Canary').and.not.to.include(it.student.id);
    expect(other.moves).to.have.length(1);
    expect(other.may).to.include({ answer: true, counter: false });
    await test.settle();
    expect((await kindsOf(it.by.otherTeacher))[0]).to.equal('timetable.reschedule-chain');

    const half = await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    expect(half.body.state).to.equal('proposed');
    expect((await lessonNow(it.by.tutor, it.first.id)).startsAt).to.equal(it.first.startsAt);
    const done = await act(it.by.otherTeacher, body.id, 'answer', { consent: true }).expect(200);
    expect(done.body.state).to.equal('confirmed');
    expect((await lessonNow(it.by.tutor, it.first.id)).startsAt).to.equal(it.biology.startsAt);
    expect((await lessonNow(it.by.tutor, it.biology.id)).startsAt).to.equal('2026-09-10T09:00:00.000Z');
    await test.settle();
    // Students and parents are in both lessons, and told once of both.
    const movesOf = async (browser: TestAgent) =>
      (await kindsOf(browser)).filter((kind) => kind.startsWith('timetable.lesson'));
    for (const browser of [it.by.student, it.by.guardian, it.by.tutor, it.by.teacher])
      expect(await movesOf(browser)).to.deep.equal(['timetable.lessons-moved']);
    const { items } = (await it.by.student.get('/api/notices').expect(200)).body;
    const told = items.find(({ kind }: { kind: string }) => kind === 'timetable.lessons-moved');
    expect(told.params.moves.match(/→/g)).to.have.length(2);
  });

  it('moves nothing of a chain when one teacher declines, or one lesson was moved meanwhile', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const chain = {
      on: '2026-09-08',
      time: '10:00',
      alongside: [{ lessonId: it.biology.id, on: '2026-09-10', time: '11:00' }],
    };
    const first = await ask(it.by.tutor, it.first, { slot: chain }).expect(201);
    await act(it.by.teacher, first.body.id, 'answer', { consent: true }).expect(200);
    const declined = await act(it.by.otherTeacher, first.body.id, 'answer', { consent: false }).expect(200);
    expect(declined.body.state).to.equal('declined');

    const again = await ask(it.by.tutor, it.first, { slot: chain }).expect(201);
    await act(it.by.teacher, again.body.id, 'answer', { consent: true }).expect(200);
    await it.by.tutor
      .post(`/api/timetable/lessons/${it.biology.id}/move`)
      .set('If-Match', `"${it.biology.revision}"`)
      .send({ on: '2026-09-09', time: '12:00' })
      .expect(200);
    const late = await act(it.by.otherTeacher, again.body.id, 'answer', { consent: true }).expect(409);
    expect(late.body.type).to.equal('/problems/timetable/lesson-moved-on');
    expect((await lessonNow(it.by.tutor, it.first.id)).startsAt).to.equal(it.first.startsAt);
  });

  it('holds a missed lesson anew for the student who missed it alone, as a lesson of its own', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    test.clock.set('2026-09-07T12:00:00Z');
    await ask(it.by.student, it.second, { kind: 'anew' }).expect(409);
    const slot = { on: '2026-09-10', time: '12:00' };
    const { body } = await ask(it.by.student, it.first, { kind: 'anew', slot }).expect(201);
    await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    const done = await act(it.by.tutor, body.id, 'confirm', { confirm: true }).expect(200);
    expect(done.body).to.include({ kind: 'anew', state: 'confirmed' });
    const { newLessonId } = done.body;
    expect(await lessonNow(it.by.student, newLessonId)).to.include({ startsAt: '2026-09-10T10:00:00.000Z' });
    // The missed lesson stays what it was, and classmates have nothing to do with the new one.
    expect((await lessonNow(it.by.student, it.first.id)).startsAt).to.equal(it.first.startsAt);
    const classmate = await test.signIn(it.others[0] ?? it.student);
    await classmate.get(`/api/timetable/lessons/${newLessonId}`).expect(404);
    const week = (await classmate.get('/api/timetable/week?from=2026-09-07').expect(200)).body.sections[0].lessons;
    expect(week.map(({ id }: { id: string }) => id)).not.to.include(newLessonId);
    await test.settle();
    expect(await kindsOf(it.by.student)).to.include('timetable.lesson-added');
    expect(await kindsOf(classmate)).not.to.include('timetable.lesson-added');
    // Publishing again leaves it where it is.
    await ask(it.by.student, it.first, { kind: 'anew' }).expect(201);
  });
});
