import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { keepSolution } from '../commands/keepSolution.ts';
import { composingSchool, everyDay } from './composingSchool.ts';
import { act, ask, requestSchool, slot } from './requestSchool.ts';

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
});
