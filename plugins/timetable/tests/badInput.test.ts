import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { mailServer } from '../../../tests/harness/mailServer.ts';
import { keepSolution } from '../commands/keepSolution.ts';
import { placeLessons } from '../store/draftLessons.ts';
import { composingSchool, everyDay } from './composingSchool.ts';
import { act, ask, kindsOf, otherSlot, requestSchool, show, slot } from './requestSchool.ts';

eachApp('Bad input', (start) => {
  it('a request for a past term is refused for what it is, and so is a time in it', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const late = { slot: { on: '2026-12-10', time: '10:00' } };
    const outside = await ask(it.by.tutor, it.first, late).expect(422);
    expect(outside.body).to.include({ type: '/problems/timetable/slot-impossible', reason: 'outside-of-term' });
    test.clock.set('2026-12-01T06:00:00Z');
    const student = await test.signIn(it.student);
    const typeOf = async (body: object) => (await ask(student, it.first, body).expect(409)).body.type;
    expect(await typeOf({ slot })).to.equal('/problems/timetable/lesson-over');
    expect(await typeOf({ kind: 'anew' })).to.equal('/problems/timetable/lesson-over');
    const { items } = (await student.get('/api/timetable/reschedules').expect(200)).body;
    expect(items).to.deep.equal([]);
  });

  it('a teacher who leaves between proposal and consent no longer decides; the tutor finds the request as it was', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
    await test.app.database.write((trx) =>
      trx('people_person').where({ id: it.teacher.id }).update({ isActive: false }),
    );
    const answer = await act(it.by.teacher, body.id, 'answer', { consent: true });
    expect([401, 403, 404]).to.include(answer.status);
    const again = await act(it.by.tutor, body.id, 'propose', slot).expect(409);
    expect(again.body.type).to.equal('/problems/timetable/lesson-without-teacher');
    const shown = (await it.by.tutor.get(`/api/timetable/reschedules/${body.id}`).expect(200)).body;
    expect(shown.state).to.equal('proposed');
    expect(shown.lesson.now.startsAt).to.equal(it.first.startsAt);
  });

  it('a lock on a place that has become impossible is named, and kept until somebody lets it go', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const [lesson] = draft.items;
    if (!lesson) throw new Error('There are lessons');
    const path = `/api/timetable/drafts/${draft.id}/lessons/${lesson.courseId}/${lesson.nth}`;
    const write = (what: string, body: object, revision: number) =>
      test.browser.post(`${path}/${what}`).set('If-Match', `"${revision}"`).send(body);
    const moved = (await write('move', { to: { weekday: 5, hour: 8 } }, draft.revision).expect(200)).body;
    const locked = (await write('lock', { isLocked: true }, moved.revision).expect(200)).body;
    const [luis] = test.students;
    if (luis) await test.windows(luis, everyDay('08:00', '12:00'));

    const solved = await test.solved(await test.read(locked.id), { moves: 5120, from: 'nothing' });

    expect(solved.items[0]).to.deep.include({ weekday: 5, hour: 8, isLocked: true });
    expect(solved.score.hard, 'it is counted as broken').to.be.above(0);
    const { items } = (await test.browser.get(`/api/timetable/drafts/${draft.id}/explanation`).expect(200)).body;
    const broken = items.filter(({ hard }: { hard: boolean }) => hard);
    expect(JSON.stringify(broken)).to.include(lesson.courseId);
  });

  it('a solver that is killed in mid-run leaves the draft with the best so far, which another process goes on with', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const solve = test.browser.post(`/api/timetable/drafts/${draft.id}/solve`).set('If-Match', `"${draft.revision}"`);
    const { jobId, revision } = (await solve.send({ moves: 5120 }).expect(202)).body;
    const [lesson] = draft.items;
    if (!lesson) throw new Error('There are lessons');
    // A process has taken the job, kept a first timetable, and is gone.
    const { courseId, nth } = lesson;
    await test.app.scopes.inWrite(system, (scope) =>
      keepSolution({ school: test.app.api(schoolApi) }, scope, {
        draftId: draft.id,
        jobId,
        revision,
        startedById: null,
        lessons: [{ courseId, nth, at: { weekday: 1, hour: 1 }, isLocked: false }],
      }),
    );
    const gone = {
      state: 'running',
      leaseId: test.app.newId(),
      leaseEndsAt: new Date(test.clock.read().getTime() - 1),
    };
    await test.app.database.write((trx) =>
      trx('jobs_job')
        .where({ id: jobId })
        .update({ ...gone, attempts: 1 }),
    );
    expect((await test.read(draft.id)).lessons.placed).to.equal(1);

    await test.settle();

    const whole = await test.read(draft.id);
    expect(whole.lessons).to.deep.equal({ placed: 6, total: 6 });
    expect(whole.score.hard).to.equal(0);
  });

  it('a teacher who leaves decides nothing any more, in the product or by the mail; the tutor is told, and nothing is lost', async () => {
    const server = await mailServer();
    try {
      const mail = { smtpUrl: server.url, folder: undefined, from: 'Tutoria <t@school.example>', requireTls: false };
      const test = await start({ at: '2026-09-01T06:00:00Z', config: { mail } });
      const it = await requestSchool(test);
      const change = { email: 'pedro@school.example', language: 'es' };
      await test.app.database.write((trx) => trx('people_person').where({ id: it.teacher.id }).update(change));
      const { body } = await ask(it.by.student, it.first, { slot }).expect(201);
      await test.settle();
      const [, link = ''] = /\/link\/([\w-]{43})/.exec(server.received.at(-1)?.parsed.text ?? '') ?? [];
      const admin = await test.signIn(await test.school.staff('admin'));
      const { revision } = (await admin.get(`/api/people/${it.teacher.id}`).expect(200)).body;
      await admin
        .patch(`/api/people/${it.teacher.id}`)
        .set('If-Match', `"${revision}"`)
        .send({ isActive: false })
        .expect(200);
      await test.settle();

      const answer = await test.visitor().post(`/api/links/${link}`).send({ choice: 'agree' });
      expect(answer.status).to.be.within(400, 499);
      const asked = await show(it.by.tutor, body.id);
      expect(asked).to.deep.include({ state: 'asked', owner: 'tutor', slot: null });
      expect(asked.lesson.now.startsAt, 'the lesson stays where it was').to.equal(it.first.startsAt);
      expect(await kindsOf(it.by.tutor)).to.include('timetable.reschedule-left');
      const again = await act(it.by.tutor, body.id, 'propose', otherSlot).expect(409);
      expect(again.body.type).to.equal('/problems/timetable/lesson-without-teacher');
      const { handovers } = (await it.by.tutor.get('/api/timetable/overview').expect(200)).body;
      expect(handovers).to.have.length(1);
      expect(handovers[0]).to.deep.include({ hasLeft: true, lessons: 16 });
    } finally {
      await server.close();
    }
  });

  it('a lesson longer than the day stays without a place and is named; everything else is placed', async () => {
    const test = await composingSchool(start);
    const [long] = test.courses;
    await test.app.database.write(async (trx) => {
      await trx('school_grid_place').where({ groupId: test.group.id }).where('hour', '>', 3).delete();
      await trx('school_course').where({ id: long?.id }).update({ lessonMinutes: 240 });
    });
    const draft = await test.newDraft();
    const named = (await test.browser.get(`/api/timetable/drafts/${draft.id}/findings`).expect(200)).body.items;
    expect(named).to.have.length(1);
    expect(named[0]).to.deep.include({ code: 'lesson-longer-than-grid', isImpossible: true, minutes: 240 });
    const solved = await test.solved(draft);
    expect(solved.lessons).to.deep.equal({ placed: 3, total: 6 });
    const path = `/api/timetable/drafts/${draft.id}/lessons/${long?.id}/1/move`;
    const moved = await test.browser
      .post(path)
      .set('If-Match', `"${solved.revision}"`)
      .send({ to: { weekday: 1, hour: 1 } });
    expect(moved.status, JSON.stringify(moved.body)).to.equal(422);
    expect((await test.read(draft.id)).lessons.placed).to.equal(3);
  });

  it('locks that clash are both kept and both named, and everything else is placed around them', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const [first] = test.courses;
    const at = { weekday: 2, hour: 3 };
    await test.app.database.write((trx) =>
      placeLessons(
        trx,
        draft.id,
        [1, 2].map((nth) => ({ courseId: first?.id ?? '', nth, groupId: test.group.id, at, isLocked: true })),
      ),
    );
    const { items } = (await test.browser.get(`/api/timetable/drafts/${draft.id}/findings`).expect(200)).body;
    const clash = items.find(({ code }: { code: string }) => code === 'locks-clash');
    expect(clash).to.deep.include({ isImpossible: true });
    expect(clash.lessons.map(({ nth }: { nth: number }) => nth).sort()).to.deep.equal([1, 2]);
    const solved = await test.solved(await test.read(draft.id), { moves: 5120, from: 'nothing' });
    expect(solved.lessons).to.deep.equal({ placed: 6, total: 6 });
    const locked = solved.items.filter(({ isLocked }) => isLocked);
    expect(locked.map(({ weekday, hour }) => ({ weekday, hour }))).to.deep.equal([at, at]);
    expect(solved.score.hard).to.be.above(0);
  });
});
