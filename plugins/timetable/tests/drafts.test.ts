import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { system } from '../../../server/access/actor.ts';
import { schoolApi } from '../../../server/school/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { keepSolution } from '../commands/keepSolution.ts';
import { SolveDetail } from '../schemas/solving.ts';
import { composingSchool, everyDay } from './composingSchool.ts';

eachApp('A draft', (start) => {
  it('is made, solved and read: everybody can be online in every lesson', async () => {
    const test = await composingSchool(start);
    const [luis, marta] = test.students;
    if (luis) await test.windows(luis, everyDay('08:00', '13:00'));
    if (marta) await test.windows(marta, everyDay('10:00', '20:00'));
    const draft = await test.newDraft();
    expect(draft.lessons).to.deep.equal({ placed: 0, total: 6 });
    expect(draft.score.hard).to.equal(6);

    const solved = await test.solved(draft);

    expect(solved.score.hard).to.equal(0);
    expect(solved.lessons).to.deep.equal({ placed: 6, total: 6 });
    const hours = solved.items.map(({ hour }) => hour ?? 0);
    expect(Math.min(...hours), 'Marta begins at ten').to.be.at.least(3);
    expect(Math.max(...hours), 'Luis stops at one').to.be.at.most(5);
    expect(new Set(solved.items.map(({ weekday, hour }) => `${weekday}/${hour}`)).size).to.equal(6);
  });
});

eachApp('A lesson of a draft', (start) => {
  it('is moved when nothing is in the way, with the effect told before, and goes back with undo', async () => {
    const test = await composingSchool(start);
    const draft = await test.solved(await test.newDraft());
    const at = `/api/timetable/drafts/${draft.id}`;
    const [lesson] = draft.items;
    if (!lesson) throw new Error('There are lessons');
    const path = `${at}/lessons/${lesson.courseId}/${lesson.nth}`;
    const places = (await test.browser.get(`${path}/places`).expect(200)).body;
    expect(places.items).to.have.length(40);
    const free = places.items.find(
      (one: { isAllowed: boolean; isCurrent: boolean }) => one.isAllowed && !one.isCurrent,
    );
    const { weekday, hour } = free;
    const preview = (await test.browser.get(`${path}/places/${weekday}/${hour}`).expect(200)).body;
    expect(preview.soft).to.equal(free.soft);

    const moved = (
      await test.browser
        .post(`${path}/move`)
        .set('If-Match', `"${draft.revision}"`)
        .send({ to: { weekday, hour } })
        .expect(200)
    ).body;

    expect(moved.score.soft).to.be.closeTo(draft.score.soft + preview.soft, 1e-6);
    expect(moved.items[0]).to.deep.include({ weekday, hour });
    await test.browser.post(`${path}/move`).set('If-Match', `"${draft.revision}"`).send({ to: null }).expect(412);
    const undone = (await test.browser.post(`${at}/undo`).set('If-Match', `"${moved.revision}"`).expect(200)).body;
    expect(undone.items).to.deep.equal(draft.items);
    const history = (await test.browser.get(`${at}/history`).expect(200)).body;
    expect(
      history.items.map(({ kind, isUndone }: { kind: string; isUndone: boolean }) => [kind, isUndone]),
    ).to.deep.equal([
      ['moved', true],
      ['solved', false],
    ]);
  });

  it('does not go where somebody cannot be, or where its group has another lesson; both are named', async () => {
    const test = await composingSchool(start);
    const [luis] = test.students;
    const draft = await test.solved(await test.newDraft());
    if (luis) await test.windows(luis, everyDay('08:00', '15:00'));
    const [lesson, other] = draft.items;
    if (!lesson || !other) throw new Error('There are lessons');
    const move = (to: object) =>
      test.browser
        .post(`/api/timetable/drafts/${draft.id}/lessons/${lesson.courseId}/${lesson.nth}/move`)
        .set('If-Match', `"${draft.revision}"`)
        .send({ to });

    const evening = (await move({ weekday: 2, hour: 8 }).expect(409)).body;
    expect(evening.type).to.equal('/problems/timetable/place-blocked');
    expect(evening.blockers.people[0].person.id).to.equal(luis?.id);

    const taken = (await move({ weekday: other.weekday, hour: other.hour }).expect(409)).body;
    expect(taken.blockers.broken.map(({ rule }: { rule: string }) => rule)).to.include('students-clash');
    await move({ weekday: 6, hour: 1 }).expect(422);
  });

  it('stays where it is while the rest is solved when it is locked', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const [lesson] = draft.items;
    if (!lesson) throw new Error('There are lessons');
    const path = `/api/timetable/drafts/${draft.id}/lessons/${lesson.courseId}/${lesson.nth}`;
    const write = (what: string, body: object, revision: number) =>
      test.browser.post(`${path}/${what}`).set('If-Match', `"${revision}"`).send(body);
    await write('lock', { isLocked: true }, draft.revision).expect(409);
    const moved = (await write('move', { to: { weekday: 5, hour: 8 } }, draft.revision).expect(200)).body;
    const locked = (await write('lock', { isLocked: true }, moved.revision).expect(200)).body;
    await write('move', { to: null }, locked.revision).expect(409);

    const solved = await test.solved(locked, { moves: 5120, from: 'nothing' });

    expect(solved.items[0]).to.deep.include({ weekday: 5, hour: 8, isLocked: true });
    expect(solved.lessons.placed).to.equal(6);
  });
});

eachApp('Solving a draft', (start) => {
  it('gives the same timetable for the same seed and number of moves', async () => {
    const test = await composingSchool(start);
    const one = await test.solved(await test.newDraft({ seed: 7 }));
    const other = await test.solved(await test.newDraft({ seed: 7 }));
    const places = ({ items }: typeof one) =>
      items.map(({ courseId, nth, weekday, hour }) => [courseId, nth, weekday, hour]);
    expect(places(other)).to.deep.equal(places(one));
  });

  it('is explained constraint by constraint, and the parts sum up to the score', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const { body } = await test.browser.get(`/api/timetable/drafts/${draft.id}/explanation`).expect(200);
    expect(body.items[0]).to.deep.include({ rule: 'unplaced', cost: 6, hard: true });
    const sum = (hard: boolean): number =>
      body.items
        .filter((one: { hard: boolean }) => one.hard === hard)
        .reduce((total: number, one: { cost: number }) => total + one.cost, 0);
    expect([sum(true), sum(false)]).to.deep.equal([draft.score.hard, draft.score.soft]);
    const shared = (shares: { hard: number }[]): number => shares.reduce((total, one) => total + one.hard, 0);
    const { lessons, groups, teachers, rest } = body.shares;
    for (const shares of [lessons, groups, teachers])
      expect(shared(shares) + rest.hard).to.be.closeTo(draft.score.hard, 1e-9);
    expect(lessons[0]).to.deep.include({ hard: 1 });
    expect(groups).to.have.length(1);
  });

  it('keeps nothing over what somebody changed by hand meanwhile', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const at = `/api/timetable/drafts/${draft.id}`;
    const solve = test.browser.post(`${at}/solve`).set('If-Match', `"${draft.revision}"`).send({ moves: 5120 });
    const { jobId, revision } = (await solve.expect(202)).body;
    const [lesson] = draft.items;
    if (!lesson) throw new Error('There are lessons');
    const { courseId, nth } = lesson;
    const by = { to: { weekday: 5, hour: 8 } };
    await test.browser
      .post(`${at}/lessons/${courseId}/${nth}/move`)
      .set('If-Match', `"${revision}"`)
      .send(by)
      .expect(200);

    const kept = await test.app.scopes.inWrite(system, (scope) =>
      keepSolution({ school: test.app.api(schoolApi) }, scope, {
        draftId: draft.id,
        jobId,
        revision,
        startedById: null,
        lessons: [{ courseId, nth, at: { weekday: 1, hour: 1 }, isLocked: false }],
      }),
    );

    expect(kept).to.equal(undefined);
    expect((await test.read(draft.id)).items[0]).to.deep.include({ weekday: 5, hour: 8 });
  });

  it('leaves the best so far in the draft when it is cancelled, and tells how far it was', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const solve = test.browser.post(`/api/timetable/drafts/${draft.id}/solve`).set('If-Match', `"${draft.revision}"`);
    const { jobId } = (await solve.send({ seconds: 60 }).expect(202)).body;
    const running = test.settle();
    while ((await test.read(draft.id)).lessons.placed === 0) await pause(200);

    const job = (await test.browser.get(`/api/jobs/${jobId}`).expect(200)).body;
    if (job.state === 'running') {
      expect(SolveDetail.parse(job.progress.detail)).to.deep.include({ total: 6 });
      await test.browser.post(`/api/jobs/${jobId}/cancel`).expect(200);
    }
    await running;

    expect((await test.read(draft.id)).lessons.placed).to.equal(6);
  });

  it('asks for seconds or for moves, and for a draft that has lessons', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const solve = (body: object) =>
      test.browser.post(`/api/timetable/drafts/${draft.id}/solve`).set('If-Match', `"${draft.revision}"`).send(body);
    await solve({}).expect(400);
    await solve({ seconds: 1, moves: 5000 }).expect(400);
    const empty = await test.school.group();
    await test.school.tutor(empty, test.tutor);
    const tutor = await test.signIn(test.tutor);
    const made = (
      await tutor
        .post('/api/timetable/drafts')
        .send({ termId: test.term.id, groupIds: [empty.id], name: 'Empty' })
        .expect(201)
    ).body;
    await tutor.post(`/api/timetable/drafts/${made.id}/solve`).set('If-Match', '"1"').send({ moves: 5000 }).expect(409);
    const { body } = await tutor.get(`/api/timetable/drafts/${made.id}/findings`).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).to.deep.equal([
      'group-without-students',
      'group-without-grid',
    ]);
  });
});

eachApp('Who composes', (start) => {
  it('is whoever looks after all groups of the draft; to others it does not exist', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const path = `/api/timetable/drafts/${draft.id}`;
    const stranger = await test.school.person();
    await test.school.tutor(await test.school.group(), stranger);
    const [student] = test.students;
    if (!student) throw new Error('There are students');
    await (await test.signIn(stranger)).get(path).expect(404);
    await (await test.signIn(student)).get(path).expect(403);
    const [teacherId] = test.courses.map((course) => course.teacherId);
    await (await test.signIn({ id: teacherId ?? '' })).get(path).expect(403);
    await test.visitor().get(path).expect(401);
    const admin = await test.signIn(await test.school.staff('admin'));
    await admin.get(path).expect(200);
    const coordinator = await test.school.staff('coordinator', { homeSchoolId: student.homeSchoolId });
    const listed = await (await test.signIn(coordinator)).get('/api/timetable/drafts').expect(200);
    expect(listed.body.items).to.have.length(1);
    expect((await (await test.signIn(stranger)).get('/api/timetable/drafts').expect(200)).body.items).to.deep.equal([]);
  });

  it('may not begin a draft of other groups, of unknown ones, or of a group twice', async () => {
    const test = await composingSchool(start);
    const other = await test.school.group();
    const make = (over: object) =>
      test.browser
        .post('/api/timetable/drafts')
        .send({ termId: test.term.id, groupIds: [test.group.id], name: 'Autumn', ...over });
    await make({ groupIds: [test.group.id, other.id] }).expect(404);
    await make({ groupIds: [test.app.newId()] }).expect(404);
    await make({ groupIds: [test.group.id, test.group.id] }).expect(422);
    await make({ termId: test.app.newId() }).expect(404);
    await make({ groupIds: [] }).expect(400);
    await make({ name: '  ' }).expect(400);
    await make({ colour: 'red' }).expect(400);
  });

  it('throws a draft away, after which it only can be read', async () => {
    const test = await composingSchool(start);
    const draft = await test.newDraft();
    const path = `/api/timetable/drafts/${draft.id}`;
    await test.browser.post(`${path}/discard`).expect(428);
    const gone = (await test.browser.post(`${path}/discard`).set('If-Match', '"1"').expect(200)).body;
    expect(gone.may).to.deep.equal({
      change: false,
      solve: false,
      undo: false,
      redo: false,
      discard: false,
    });
    await test.browser.patch(path).set('If-Match', `"${gone.revision}"`).send({ name: 'Again' }).expect(409);
    expect((await test.browser.get('/api/timetable/drafts').expect(200)).body.items).to.deep.equal([]);
  });
});
