import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { act, ask, kindsOf, lessonNow, otherSlot, requestSchool, show, slot } from './requestSchool.ts';

const at = '2026-09-01T06:00:00Z';
const stepsOf = (request: { readonly steps: readonly { readonly what: string }[] }) =>
  request.steps.map(({ what }) => what);

eachApp('The life of a request', (start) => {
  it('goes from the family to the teacher to the tutor, and only then the lesson moves', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const asked = await ask(it.by.guardian, it.first, { reasonKind: 'doctor', slot }).expect(201);
    expect(asked.body).to.include({ state: 'proposed', owner: 'teacher', dueAt: '2026-09-03T06:00:00.000Z' });
    const { id } = asked.body;
    expect((await show(it.by.teacher, id)).isWaitingForMe).to.equal(true);
    expect((await show(it.by.tutor, id)).isWaitingForMe).to.equal(false);

    const agreed = await act(it.by.teacher, id, 'answer', { consent: true }).expect(200);
    expect(agreed.body).to.include({ state: 'agreed', owner: 'tutor', dueAt: '2026-09-02T06:00:00.000Z' });
    expect((await lessonNow(it.by.student, it.first.id)).startsAt).to.equal(it.first.startsAt);
    await test.settle();
    expect((await kindsOf(it.by.tutor))[0]).to.equal('timetable.reschedule-agreed');
    await act(it.by.guardian, id, 'confirm', { confirm: true }).expect(403);
    await act(it.by.teacher, id, 'confirm', { confirm: true }).expect(403);

    const confirmed = await act(it.by.tutor, id, 'confirm', { confirm: true, note: 'Agreed by phone' }).expect(200);
    expect(confirmed.body).to.include({ state: 'confirmed', owner: 'teacher', dueAt: '2026-09-10T08:40:00.000Z' });
    expect(stepsOf(confirmed.body)).to.deep.equal(['asked', 'proposed', 'agreed', 'confirmed']);
    expect(confirmed.body.steps[3]).to.include({ note: 'Agreed by phone', at: '2026-09-01T06:00:00.000Z' });
    const moved = await lessonNow(it.by.student, it.first.id);
    expect(moved).to.include({ startsAt: '2026-09-10T08:00:00.000Z', sequence: it.first.sequence + 1 });
    await test.settle();
    for (const person of [it.by.student, it.by.guardian, it.by.teacher])
      expect((await kindsOf(person)).filter((kind) => kind === 'timetable.lesson-moved')).to.have.length(1);

    // Nobody hears the same twice: that the request has come to its end is the lesson's own news.
    const aboutRequest = async (browser: TestAgent) =>
      (await kindsOf(browser)).filter((kind) => kind.startsWith('timetable.reschedule'));
    expect(await aboutRequest(it.by.student)).to.deep.equal([]);
    expect(await aboutRequest(it.by.guardian)).to.deep.equal([]);
    expect(await aboutRequest(it.by.teacher)).to.deep.equal([]);

    test.clock.set('2026-09-10T09:00:00Z');
    await test.settle();
    expect(await show(it.by.guardian, id)).to.include({ state: 'done', owner: null });
  });

  it('ends with the teacher where the group’s policy says so', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const policy = `/api/timetable/groups/${it.group.id}/request-policy`;
    await it.by.tutor.put(policy).set('If-Match', '"0"').send({ isTeacherEnough: true }).expect(200);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    const done = await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    expect(done.body.state).to.equal('confirmed');
    expect((await lessonNow(it.by.student, it.first.id)).startsAt).to.equal('2026-09-10T08:00:00.000Z');
  });

  it('needs no second word of a tutor who proposed the time', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { wish: 'After ten' }).expect(201);
    expect(body).to.include({ state: 'asked', owner: 'tutor' });
    await act(it.by.tutor, body.id, 'propose', slot).expect(200);
    expect((await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200)).body.state).to.equal(
      'confirmed',
    );
  });

  it('may be answered with another time, which is held for whoever confirms it', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await act(it.by.otherTeacher, body.id, 'counter', otherSlot).expect(404);
    await act(it.by.tutor, body.id, 'counter', otherSlot).expect(403);
    const countered = await act(it.by.teacher, body.id, 'counter', { ...otherSlot, note: 'I am free then' }).expect(
      200,
    );
    expect(countered.body).to.include({ state: 'agreed', owner: 'tutor', isCountered: true });
    expect(countered.body.slot.startsAt).to.equal('2026-09-11T09:00:00.000Z');
    // The first time is free again, the other one is held.
    await ask(it.by.tutor, it.second, { slot: otherSlot }).expect(409);
    await ask(it.by.tutor, it.second, { slot }).expect(201);
    expect((await act(it.by.tutor, body.id, 'confirm', { confirm: true }).expect(200)).body.state).to.equal(
      'confirmed',
    );
  });

  it('reminds whose turn it is, then tells the coordinator of the student’s home school, then lapses', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: it.homeSchool.id }));
    const stranger = await test.signIn(
      await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id }),
    );
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await test.settle();
    test.clock.advance({ hours: 25 });
    await test.settle();
    expect((await kindsOf(it.by.teacher))[0]).to.equal('timetable.reschedule-reminded');
    expect(await kindsOf(coordinator)).to.deep.equal([]);
    test.clock.advance({ hours: 12 });
    await test.settle();
    expect(await kindsOf(coordinator)).to.deep.equal(['timetable.reschedule-escalated']);
    expect((await show(coordinator, body.id)).may.confirm).to.equal(false);
    await stranger.get(`/api/timetable/reschedules/${body.id}`).expect(404);
    test.clock.advance({ hours: 12 });
    await test.settle();
    const lapsed = await show(it.by.student, body.id);
    expect(lapsed).to.include({ state: 'lapsed', owner: null, dueAt: null });
    expect(stepsOf(lapsed)).to.deep.equal(['asked', 'proposed', 'reminded', 'escalated', 'lapsed']);
    const revived = await act(it.by.student, body.id, 'propose', slot).expect(200);
    expect(revived.body).to.include({ state: 'proposed', owner: 'teacher' });
  });

  it('without a time waits for the tutor until the lesson begins, and is escalated once', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, {}).expect(201);
    for (let hours = 0; hours < 60; hours += 12) {
      test.clock.advance({ hours: 12 });
      await test.settle();
    }
    const waiting = await show(it.by.student, body.id);
    expect(waiting).to.include({ state: 'asked', owner: 'tutor', dueAt: it.first.startsAt });
    expect(stepsOf(waiting)).to.deep.equal(['asked', 'reminded', 'escalated']);
    test.clock.set(it.first.startsAt);
    await test.settle();
    expect((await show(it.by.student, body.id)).state).to.equal('lapsed');
  });

  it('is bound by the home school’s policy: how late, how often, and who confirms', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: it.homeSchool.id }));
    const path = `/api/timetable/home-schools/${it.homeSchool.id}/request-policy`;
    const wanted = { noticeHours: 48, mostPerTerm: 1, coordinatorFor: 'all' };
    await it.by.tutor.put(path).set('If-Match', '"0"').send(wanted).expect(403);
    const set = await coordinator.put(path).set('If-Match', '"0"').send(wanted).expect(200);
    expect(set.body).to.deep.include({ ...wanted, revision: 1 });
    await coordinator.put(path).set('If-Match', '"0"').send(wanted).expect(412);

    test.clock.set('2026-09-05T08:00:00Z');
    const late = await ask(it.by.guardian, it.first, { slot }).expect(409);
    expect(late.body.type).to.equal('/problems/timetable/asked-too-late');
    // What was taken back does not count.
    const back = await ask(it.by.guardian, it.second, { slot }).expect(201);
    await act(it.by.guardian, back.body.id, 'withdraw').expect(200);
    const { body } = await ask(it.by.guardian, it.second, { slot }).expect(201);
    const often = await ask(it.by.guardian, it.biology, { slot: otherSlot }).expect(409);
    expect(often.body.type).to.equal('/problems/timetable/asked-too-often');
    // A tutor who asks for a student is not bound.
    await ask(it.by.tutor, it.first, { forPersonId: it.student.id }).expect(201);

    const agreed = await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    expect(agreed.body).to.include({ state: 'agreed', owner: 'coordinator' });
    await act(it.by.tutor, body.id, 'confirm', { confirm: true }).expect(403);
    const done = await act(coordinator, body.id, 'confirm', { confirm: true }).expect(200);
    expect(done.body.state).to.equal('confirmed');
  });

  it('carries files and hours that would suit, for those who see all of it', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const upload = await it.by.guardian
      .post('/api/files')
      .query({ name: 'note.txt' })
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from('A certificate'))
      .expect(201);
    const windows = [{ on: '2026-09-09', from: '16:00', to: '18:00' }];
    const { body } = await ask(it.by.guardian, it.first, { windows, fileIds: [upload.body.id] }).expect(201);
    expect(body.windows).to.deep.equal(windows);
    expect(body.files.map(({ name }: { name: string }) => name)).to.deep.equal(['note.txt']);
    await it.by.tutor.get(`/api/files/${upload.body.id}`).expect(200);
    await it.by.otherTeacher.get(`/api/files/${upload.body.id}`).expect(404);
    await ask(it.by.guardian, it.second, { windows: [{ on: '2026-09-09', from: '18:00', to: '16:00' }] }).expect(400);
  });

  it('is not put to a teacher who has left', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await test.app.database.write((trx) =>
      trx('people_person').where({ id: it.teacher.id }).update({ isActive: false }),
    );
    const refused = await ask(it.by.student, it.second, { slot: otherSlot }).expect(409);
    expect(refused.body.type).to.equal('/problems/timetable/lesson-without-teacher');
    await act(it.by.tutor, body.id, 'propose', otherSlot).expect(409);
    await act(it.by.tutor, body.id, 'withdraw').expect(200);
  });

  it('is carried out or refused as a whole when the slot was taken between proposal and consent', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    // Somebody broke the hold from outside: the ledger is the truth.
    await test.app.database.write(async (trx) => {
      const [part] = await trx('timetable_reschedule_part').where({ rescheduleId: body.id }).select('holdId');
      await trx('calendar_commitment').where({ id: part.holdId }).delete();
    });
    await ask(it.by.tutor, it.second, { slot }).expect(201);
    const late = await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(409);
    expect(late.body.type).to.equal('/problems/timetable/slot-taken');
    expect((await lessonNow(it.by.student, it.first.id)).startsAt).to.equal(it.first.startsAt);
  });

  it('lets one of a tutor who confirms and a family that withdraws win', async () => {
    const test = await start({ at });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await act(it.by.teacher, body.id, 'answer', { consent: true }).expect(200);
    const both = await Promise.all([
      act(it.by.tutor, body.id, 'confirm', { confirm: true }),
      act(it.by.student, body.id, 'withdraw'),
    ]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const [won, lost] = both.toSorted((a, b) => a.status - b.status);
    expect(lost?.body).to.include({ type: '/problems/timetable/reschedule-moved-on', state: won?.body.state });
  });
});
