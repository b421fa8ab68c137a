import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { publish, runningSchool } from './runningSchool.ts';

const slot = { on: '2026-09-10', time: '10:00' };

/** A published school and the student's first lesson of maths. */
async function published(test: TestApp) {
  const it = await runningSchool(test);
  const tutor = await test.signIn(it.tutor);
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
  const week = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-07`).expect(200);
  const [first, biology, second] = week.body.lessons;
  return { ...it, signedTutor: tutor, first, biology, second };
}

const ask = (browser: TestAgent, lesson: { readonly id: string }, body: object) =>
  browser.post(`/api/timetable/lessons/${lesson.id}/reschedules`).send({ reason: 'A doctor', ...body });

const kindsOf = (notices: { body: { items: { kind: string }[] } }): string[] =>
  notices.body.items.map(({ kind }) => kind);

eachApp('A request for another time', (start) => {
  it('holds the time until it is answered, and frees it when the teacher declines', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const student = await test.signIn(it.student);
    const { body } = await ask(student, it.first, { slot }).expect(201);
    const taken = await ask(it.signedTutor, it.second, { slot }).expect(409);
    expect(taken.body.type).to.equal('/problems/timetable/slot-taken');
    expect(taken.body.blocked.map((one: { personId: string }) => one.personId)).to.include(it.teacher.id);

    const teacher = await test.signIn(it.teacher);
    const declined = await teacher
      .post(`/api/timetable/reschedules/${body.id}/answer`)
      .send({ consent: false, note: 'I teach elsewhere' })
      .expect(200);
    expect(declined.body.steps.map((one: { what: string; byName: string }) => one.what)).to.deep.equal([
      'asked',
      'proposed',
      'declined',
    ]);
    await test.settle();
    expect(kindsOf(await student.get('/api/notices'))[0]).to.equal('timetable.reschedule-declined');
    await ask(it.signedTutor, it.second, { slot }).expect(201);
  });

  it('has one open request a lesson', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const student = await test.signIn(it.student);
    const other = await test.signIn(it.others[0] ?? it.student);
    const both = await Promise.all([ask(student, it.first, { slot }), ask(other, it.first, {})]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
  });

  it('lets the first of two answers win, and tells the other what happened', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const { body } = await ask(await test.signIn(it.student), it.first, { slot }).expect(201);
    const teacher = await test.signIn(it.teacher);
    const answers = await Promise.all(
      [true, false].map((consent) => teacher.post(`/api/timetable/reschedules/${body.id}/answer`).send({ consent })),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(lost?.body.type).to.equal('/problems/timetable/reschedule-moved-on');
    expect(lost?.body.state).to.equal(won?.body.state);
  });

  it('gives a slot that two requests want at once to one of them', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const student = await test.signIn(it.student);
    const other = await test.signIn(it.others[0] ?? it.student);
    const both = await Promise.all([ask(student, it.first, { slot }), ask(other, it.second, { slot })]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
  });

  it('lapses when nobody answers, frees the time, and can be revived', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const { body } = await ask(await test.signIn(it.student), it.first, { slot }).expect(201);
    test.clock.advance({ days: 2, minutes: 1 });
    const late = await (await test.signIn(it.teacher))
      .post(`/api/timetable/reschedules/${body.id}/answer`)
      .send({ consent: true })
      .expect(409);
    expect(late.body.state).to.equal('lapsed');
    await test.settle();
    const student = await test.signIn(it.student);
    const lapsed = await student.get(`/api/timetable/reschedules/${body.id}`).expect(200);
    expect(lapsed.body.steps.at(-1)).to.include({ what: 'lapsed', byName: null });
    expect(lapsed.body.may).to.deep.equal({
      answer: false,
      counter: false,
      propose: true,
      confirm: false,
      withdraw: false,
      revive: true,
    });
    const revived = await student.post(`/api/timetable/reschedules/${body.id}/propose`).send(slot).expect(200);
    expect(revived.body.state).to.equal('proposed');
    expect(revived.body.steps.map((one: { what: string }) => one.what)).to.deep.equal([
      'asked',
      'proposed',
      'lapsed',
      'revived',
      'proposed',
    ]);
  });

  it('is answered by the teacher alone, and hidden from everybody whom it does not concern', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const reader = await test.school.guardian(it.student, { mayAct: false });
    const stranger = await test.school.student();
    const guardian = await test.signIn(it.guardian);
    const { body } = await ask(guardian, it.first, { slot }).expect(201);
    expect(body.forPerson.id).to.equal(it.student.id);
    const answer = (browser: TestAgent) =>
      browser.post(`/api/timetable/reschedules/${body.id}/answer`).send({ consent: true });
    await answer(it.signedTutor).expect(403);
    await answer(guardian).expect(403);
    await answer(await test.signIn(it.otherTeacher)).expect(404);
    const reading = await test.signIn(reader);
    await ask(reading, it.second, {}).expect(403);
    await reading.post(`/api/timetable/reschedules/${body.id}/withdraw`).send({}).expect(403);
    const seen = await reading.get(`/api/timetable/reschedules/${body.id}`).expect(200);
    expect(seen.body.may).to.deep.equal({
      answer: false,
      counter: false,
      propose: false,
      confirm: false,
      withdraw: false,
      revive: false,
    });
    const outside = await test.signIn(stranger);
    await outside.get(`/api/timetable/reschedules/${body.id}`).expect(404);
    await ask(outside, it.first, {}).expect(404);
    await outside.get(`/api/timetable/lessons/${it.first.id}`).expect(404);
  });

  it('is withdrawn when the tutor moves the lesson by hand, which can be taken back', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await published(test);
    const student = await test.signIn(it.student);
    const { body } = await ask(student, it.first, { slot }).expect(201);
    const path = `/api/timetable/lessons/${it.first.id}`;
    const preview = await it.signedTutor.post(`${path}/move-preview`).send({ on: '2026-09-08', time: '10:00' });
    expect(preview.body).to.include({ isFree: false, hasRoom: true });
    const move = (to: object, revision: number) =>
      it.signedTutor.post(`${path}/move`).set('If-Match', `"${revision}"`).send(to);
    await move({ on: '2026-09-08', time: '10:00' }, 1).expect(409);
    const moved = await move({ on: '2026-09-11', time: '10:00', reason: 'A fair' }, 1).expect(200);
    expect(moved.body.may).to.deep.equal({
      askReschedule: true,
      askAnew: false,
      move: true,
      cancel: true,
      takeBack: true,
    });
    expect((await student.get(`/api/timetable/reschedules/${body.id}`)).body.state).to.equal('withdrawn');
    await move({ on: '2026-09-12', time: '10:00' }, 1).expect(412);
    const back = await it.signedTutor.post(`${path}/take-back`).set('If-Match', '"2"').expect(200);
    expect(back.body).to.include({ startsAt: it.first.startsAt, isMoved: false, sequence: 2 });
    expect(back.body.may.takeBack).to.equal(false);
    const gone = await it.signedTutor.post(`${path}/cancel`).set('If-Match', '"3"').send({ reason: 'Ill' }).expect(200);
    expect(gone.body).to.include({ state: 'cancelled', joinUrl: null });
    const held = await it.signedTutor.post(`${path}/take-back`).set('If-Match', '"4"').expect(200);
    expect(held.body.state).to.equal('planned');
    await test.settle();
    expect(kindsOf(await student.get('/api/notices'))).to.include.members([
      'timetable.lesson-moved',
      'timetable.lesson-cancelled',
      'timetable.lesson-held',
      'timetable.reschedule-withdrawn',
    ]);
  });
});
