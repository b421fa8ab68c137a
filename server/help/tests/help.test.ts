import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';

/** A student with a guardian, a tutor of the group, and the coordinator and a lead tutor of the home school. */
async function family({ school, signIn }: TestApp) {
  const homeSchool = await school.homeSchool();
  const student = await school.student({ familyName: 'Ruiz', homeSchoolId: homeSchool.id });
  const guardian = await school.guardian(student);
  const [tutor, group] = [await school.staff('tutor', { familyName: 'Tutor' }), await school.group()];
  await school.member(group, student);
  await school.tutor(group, tutor);
  const coordinator = await school.staff('coordinator', { homeSchoolId: homeSchool.id });
  const people = { student, guardian, tutor, coordinator };
  return {
    ...people,
    homeSchool,
    group,
    as: {
      student: await signIn(student),
      guardian: await signIn(guardian),
      tutor: await signIn(tutor),
      coordinator: await signIn(coordinator),
    },
  };
}

const question = { kind: 'question', question: 'Where is the lesson?' };

eachApp('A question', (start) => {
  it('about a child goes to the tutor, is answered, reopened and closed, and each side is told', async () => {
    const test = await start();
    const { as, student, tutor } = await family(test);
    const before = await as.guardian.get('/api/help/owner').query({ studentId: student.id }).expect(200);
    expect(before.body.owner.id).to.equal(tutor.id);
    expect(before.body.kinds).to.deep.equal(['question', 'technical', 'other']);

    const asked = await as.guardian
      .post('/api/help/requests')
      .send({ ...question, studentId: student.id, guide: 'guardian' })
      .expect(201);
    const path = `/api/help/requests/${asked.body.id}`;
    expect(asked.body.owner.id).to.equal(tutor.id);
    expect(asked.body.origin).to.deep.equal({ title: 'For parents and guardians', link: '/guides/guardian' });
    expect((await as.tutor.get('/api/notices')).body.items[0]).to.deep.include({
      kind: 'help.asked',
      about: { id: student.id, name: 'Ana Ruiz' },
      params: {},
    });
    const mine = await as.tutor.get('/api/help/requests').query({ which: 'mine', state: 'waiting' }).expect(200);
    expect(mine.body.items.map(({ id }: { id: string }) => id)).to.deep.equal([asked.body.id]);

    const answered = await as.tutor.post(`${path}/messages`).send({ text: 'On the week page.' }).expect(201);
    expect(answered.body.state).to.equal('answered');
    expect((await as.guardian.get('/api/notices')).body.items[0].kind).to.equal('help.answer');

    const again = await as.guardian.post(`${path}/messages`).send({ text: 'It is not there.' }).expect(201);
    expect(again.body.state).to.equal('reopened');
    const closed = await as.guardian.put(`${path}/state`).send({ state: 'closed' }).expect(200);
    expect(closed.body.entries.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
      'answer',
      'addition',
      'closed',
    ]);
    const late = await as.tutor.post(`${path}/messages`).send({ text: 'Too late.' }).expect(409);
    expect(late.body.type).to.match(/help\/request-closed$/);
    const done = await as.coordinator.get('/api/help/requests').query({ state: 'done' }).expect(200);
    expect(done.body.items).to.have.length(1);
  });

  it('of a student is about that student, and nobody else hears of it', async () => {
    const test = await start();
    const { as, student, group } = await family(test);
    const mate = await test.school.student();
    await test.school.member(group, mate);
    const asked = await as.student.post('/api/help/requests').send(question).expect(201);
    expect(asked.body.about.id).to.equal(student.id);
    await as.student
      .post('/api/help/requests')
      .send({ ...question, studentId: mate.id })
      .expect(403);
    const path = `/api/help/requests/${asked.body.id}`;
    for (const stranger of [mate, await test.school.guardian(student), await test.school.staff('teacher')])
      await (await test.signIn(stranger)).get(path).expect(404);
    await as.tutor.get(path).expect(200);
    await as.coordinator.get(path).expect(200);
  });

  it('about nobody goes to the coordinator of the only home school that the asker has to do with', async () => {
    const test = await start();
    const { as, coordinator } = await family(test);
    const asked = await as.tutor
      .post('/api/help/requests')
      .send({ kind: 'workplace', question: 'A quiet room.' })
      .expect(201);
    expect(asked.body.owner.id).to.equal(coordinator.id);
    expect(asked.body.about).to.equal(null);
    const refused = await as.guardian
      .post('/api/help/requests')
      .send({ kind: 'workplace', question: 'A quiet room.' })
      .expect(422);
    expect(refused.body.type).to.match(/help\/workplace-is-for-staff$/);
    const other = await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id });
    await (await test.signIn(other)).get(`/api/help/requests/${asked.body.id}`).expect(404);
  });

  it('is given to somebody who has to do with it, once, and its former owner sees it no more', async () => {
    const test = await start();
    const { as, student, coordinator } = await family(test);
    const asked = await as.guardian
      .post('/api/help/requests')
      .send({ ...question, studentId: student.id })
      .expect(201);
    const path = `/api/help/requests/${asked.body.id}`;
    const stranger = await test.school.staff('teacher');
    const give = (ownerId: string) => as.tutor.put(`${path}/owner`).set('If-Match', '"1"').send({ ownerId });
    expect((await give(stranger.id).expect(422)).body.type).to.match(/help\/owner-does-not-fit$/);
    await as.guardian.get(`${path}/owners`).expect(404);
    const { body: owners } = await as.tutor.get(`${path}/owners`).expect(200);
    expect(owners.items.map(({ id }: { id: string }) => id)).to.include(coordinator.id);
    await give(coordinator.id).expect(200);
    await as.tutor.get(path).expect(404);
    expect((await as.coordinator.get('/api/notices')).body.items[0].kind).to.equal('help.assigned-to-you');
    expect((await as.guardian.get('/api/notices')).body.items[0].kind).to.equal('help.assigned');
    await as.coordinator.put(`${path}/owner`).set('If-Match', '"1"').send({ ownerId: coordinator.id }).expect(412);
  });

  it('is hidden from a guardian whose time with the child is over', async () => {
    const test = await start();
    const { as, student, guardian } = await family(test);
    const asked = await as.guardian
      .post('/api/help/requests')
      .send({ ...question, studentId: student.id })
      .expect(201);
    await test.app.database.write((trx) =>
      trx('people_guardianship').where({ guardianId: guardian.id }).update({ untilOn: '2026-01-01' }),
    );
    await as.guardian.get(`/api/help/requests/${asked.body.id}`).expect(404);
    expect((await as.guardian.get('/api/help/requests').expect(200)).body.items).to.deep.equal([]);
  });

  it('is told of once when the day of its answer has passed', async () => {
    const test = await start();
    const { as, student } = await family(test);
    await as.guardian
      .post('/api/help/requests')
      .send({ ...question, studentId: student.id })
      .expect(201);
    await test.settle();
    test.clock.advance({ days: 5 });
    await test.settle();
    test.clock.advance({ hours: 2 });
    await test.settle();
    const tutor = await test.signIn({ id: (await as.tutor.get('/api/session')).body.person.id });
    const kinds = (await tutor.get('/api/notices')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).to.deep.equal(['help.overdue', 'help.asked']);
  });

  it('that nobody answers in time reaches the coordinator once, and stands in the list of late ones', async () => {
    const test = await start();
    const { as, student, coordinator } = await family(test);
    const stranger = await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id });
    const asked = await as.guardian
      .post('/api/help/requests')
      .send({ ...question, studentId: student.id })
      .expect(201);
    test.clock.advance({ days: 6 });
    await test.settle();
    test.clock.advance({ hours: 2 });
    await test.settle();
    const late = async (person: { id: string }) => {
      const browser = await test.signIn(person);
      const { body } = await browser.get('/api/help/requests').query({ which: 'late' }).expect(200);
      const notices: { kind: string }[] = (await browser.get('/api/notices').expect(200)).body.items;
      return [body.items.map(({ id }: { id: string }) => id), notices.map(({ kind }) => kind)];
    };
    expect(await late(coordinator)).to.deep.equal([[asked.body.id], ['help.escalated']]);
    expect(await late(stranger)).to.deep.equal([[], []]);
    const { body } = await (await test.signIn(coordinator)).get(`/api/help/requests/${asked.body.id}`).expect(200);
    expect(body).to.deep.include({ isOverdue: true, isEscalated: true });
  });

  it('goes to the successor when its tutor leaves the group, and to the coordinator when there is none', async () => {
    const test = await start();
    const { as, student, group, tutor, coordinator } = await family(test);
    const ask = async () => {
      const sent = await as.guardian.post('/api/help/requests').send({ ...question, studentId: student.id });
      return sent.body.id as string;
    };
    const [first, done] = [await ask(), await ask()];
    await as.tutor.post(`/api/help/requests/${done}/messages`).send({ text: 'Done.' }).expect(201);
    const admin = await test.signIn(await test.school.staff('admin'));
    const successor = await test.school.staff('tutor');
    const tutors = `/api/groups/${group.id}/tutors`;
    await admin.post(tutors).send({ personId: successor.id, fromOn: '2026-09-01' }).expect(200);
    const ownerOf = async (id: string) =>
      (await as.guardian.get(`/api/help/requests/${id}`).expect(200)).body.owner?.id as string;
    const leaves = async (person: { id: string }) => {
      await admin.delete(`${tutors}/${person.id}`).query({ lastOn: '2026-09-06' }).expect(200);
      await test.settle();
    };
    await leaves(tutor);
    expect([await ownerOf(first), await ownerOf(done)]).to.deep.equal([successor.id, tutor.id]);
    expect((await (await test.signIn(successor)).get('/api/notices')).body.items[0].kind).to.equal(
      'help.assigned-to-you',
    );
    expect((await as.guardian.get('/api/notices')).body.items[0].kind).to.equal('help.assigned');
    await leaves(successor);
    expect(await ownerOf(first)).to.equal(coordinator.id);
  });
});
