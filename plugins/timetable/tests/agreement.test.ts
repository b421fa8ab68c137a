import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { coordinatedSchool } from './coordinatedSchool.ts';
import { publish } from './runningSchool.ts';

eachApp('A home school', (start) => {
  it('objects to a draft; publishing waits until the objection is waived with a reason and the school agrees', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, tryToPublish, group, maths, homeSchool } = await coordinatedSchool(test);
    const asked = await as.tutor.post(agreements).send({ answerByOn: '2026-09-05' }).expect(200);
    expect(asked.body.isInTheWay).to.equal(true);
    expect(asked.body.items.map(({ homeSchoolId }: { homeSchoolId: string }) => homeSchoolId)).to.deep.equal([
      homeSchool.id,
    ]);
    expect((await as.coordinator.get('/api/notices')).body.items[0].kind).to.equal('timetable.agreement-asked');

    const [{ id }] = (await as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    const path = `/api/timetable/agreements/${id}`;
    await as.other.get(path).expect(404);
    await as.tutor.get(path).expect(403);
    const { body: seen } = await as.coordinator.get(path).expect(200);
    expect(seen.lessons.length).to.be.greaterThan(0);
    const objection = { groupId: group.id, courseId: maths.id, reason: 'Swimming at that hour' };
    await as.coordinator.post(`${path}/objections`).send(objection).expect(201);
    expect((await as.tutor.get('/api/notices')).body.items[0].kind).to.equal('timetable.objection-raised');
    const refused = await tryToPublish();
    expect([refused.status, refused.body.type, refused.body.homeSchools]).to.deep.equal([
      409,
      '/problems/timetable/agreement-missing',
      'Home',
    ]);

    // On the page of the group, too, and for nobody who does not compose the draft.
    const ofGroup = `/api/timetable/groups/${group.id}/objections`;
    const { body: open } = await as.tutor.get(ofGroup).expect(200);
    expect(open.items).to.have.length(1);
    expect(open.items[0]).to.deep.include({ homeSchoolName: 'Home' });
    expect(open.items[0].objection.reason).to.equal('Swimming at that hour');
    await as.other.get(ofGroup).expect(404);
    const { body: now } = await as.tutor.get(agreements).expect(200);
    const objectionId = now.items[0].objections[0].id;
    const decision = { act: 'waive', text: 'No other hour suits all' };
    const decide = () => as.tutor.post(`/api/timetable/objections/${objectionId}/decision`).send(decision);
    await decide().expect(200);
    expect((await decide().expect(409)).body.type).to.match(/objection-decided$/);
    expect((await as.tutor.get(ofGroup).expect(200)).body.items).to.deep.equal([]);
    expect((await tryToPublish()).status).to.equal(409);
    await as.coordinator.post(`${path}/agree`).expect(200);
    expect((await tryToPublish()).status).to.equal(202);
  });

  it('that says nothing until its day agrees by silence', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, tryToPublish } = await coordinatedSchool(test);
    await as.tutor.post(agreements).send({ answerByOn: '2026-08-31' }).expect(422);
    const asked = await as.tutor.post(agreements).send({ answerByOn: '2026-09-02' }).expect(200);
    expect([asked.body.items[0].answerByOn, asked.body.items[0].isSilenceConsent]).to.deep.equal(['2026-09-04', true]);
    expect((await tryToPublish()).status).to.equal(409);
    test.clock.advance({ days: 4 });
    expect((await as.tutor.get(agreements).expect(200)).body.items[0].state).to.equal('silent');
    expect((await tryToPublish()).status).to.equal(202);
  });

  it('says what its silence means, to both sides; where it never agrees, publishing waits for an answer', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, tryToPublish, homeSchool } = await coordinatedSchool(test);
    const policy = `/api/timetable/home-schools/${homeSchool.id}/agreement-policy`;
    await as.other.put(policy).set('If-Match', '"0"').send({ silenceDays: null }).expect(403);
    await as.coordinator.put(policy).set('If-Match', '"0"').send({ silenceDays: 0 }).expect(400);
    await as.coordinator.put(policy).set('If-Match', '"0"').send({ silenceDays: null }).expect(200);
    await as.coordinator.put(policy).set('If-Match', '"0"').send({ silenceDays: 5 }).expect(412);
    const silence = { homeSchool: { id: homeSchool.id, name: 'Home' }, silenceDays: null, revision: 1 };
    expect((await as.coordinator.get('/api/timetable/agreements')).body.schools).to.deep.equal([silence]);
    expect((await as.tutor.get(agreements)).body.schools).to.deep.equal([silence]);

    await as.tutor.post(agreements).send({ answerByOn: '2026-09-02' }).expect(200);
    test.clock.advance({ days: 6 });
    expect((await as.tutor.get(agreements)).body.items[0].state).to.equal('late');
    expect((await tryToPublish()).status).to.equal(409);
  });

  it('objects to a single lesson, whose place is kept with the objection; what was waived stays to be read', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, tryToPublish, group, maths } = await coordinatedSchool(test);
    await as.tutor.post(agreements).send({ answerByOn: '2026-09-05' }).expect(200);
    const [{ id }] = (await as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    const path = `/api/timetable/agreements/${id}`;
    const about = { groupId: group.id, courseId: maths.id, reason: 'Swimming' };
    const object = (over: object) => as.coordinator.post(`${path}/objections`).send({ ...about, ...over });
    await object({ nth: 9 }).expect(422);
    await object({ nth: 1, courseId: null }).expect(422);
    const { body } = await object({ nth: 2 }).expect(201);
    expect(body.objections[0].lesson).to.deep.equal({ weekday: 3, startsTime: '09:00' });
    const decision = `/api/timetable/objections/${body.objections[0].id}/decision`;
    await as.tutor.post(decision).send({ act: 'waive', text: 'No other hour' }).expect(200);
    await as.coordinator.post(`${path}/agree`).expect(200);
    expect((await tryToPublish()).status).to.equal(202);
    await test.settle();
    const { body: after } = await as.coordinator.get('/api/timetable/agreements').expect(200);
    expect(after.items[0]).to.deep.include({ isPublished: true });
    expect(after.items[0].objections[0]).to.deep.include({ state: 'waived', decision: 'No other hour' });
    expect((await as.coordinator.get(path).expect(200)).body.may).to.deep.equal({
      agree: false,
      object: false,
      decide: false,
    });
  });

  it('is asked again when the lessons of its students change after it agreed', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, draftId, maths } = await coordinatedSchool(test);
    await as.tutor.post(agreements).send({ answerByOn: '2026-09-05' }).expect(200);
    const [{ id }] = (await as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    const agreed = await as.coordinator.post(`/api/timetable/agreements/${id}/agree`).expect(200);
    expect(agreed.body.state).to.equal('agreed');
    await test.app.database.write((trx) =>
      trx('timetable_draft_lesson').where({ draftId, courseId: maths.id, nth: 1 }).update({ weekday: 5, hourIndex: 5 }),
    );
    expect((await as.tutor.get(agreements).expect(200)).body.items[0].state).to.equal('changed');
  });

  it('withdraws its own objection, and not that of another', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, group } = await coordinatedSchool(test);
    await as.tutor.post(agreements).send({ answerByOn: '2026-09-05' }).expect(200);
    const [{ id }] = (await as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    const { body } = await as.coordinator
      .post(`/api/timetable/agreements/${id}/objections`)
      .send({ groupId: group.id, reason: 'Too late in the day' })
      .expect(201);
    const objection = `/api/timetable/objections/${body.objections[0].id}`;
    await as.other.delete(objection).expect(404);
    const { body: after } = await as.coordinator.delete(objection).expect(200);
    expect([after.state, after.objections[0].state]).to.deep.equal(['awaited', 'withdrawn']);
  });

  it('reads beside its objection the answer of whoever composes the draft, who gives it there', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, agreements, group } = await coordinatedSchool(test);
    await as.tutor.post(agreements).send({ answerByOn: '2026-09-05' }).expect(200);
    const admin = await test.signIn(await test.school.staff('admin'));
    const elsewhere = await test.signIn(
      await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id }),
    );
    const [{ id }] = (await as.coordinator.get('/api/timetable/agreements').expect(200)).body.items;
    const path = `/api/timetable/agreements/${id}`;
    const raised = await as.coordinator
      .post(`${path}/objections`)
      .send({ groupId: group.id, reason: 'No' })
      .expect(201);
    const { body: seen } = await admin.get(path).expect(200);
    expect(seen.may.decide).to.equal(true);
    const decision = `/api/timetable/objections/${raised.body.objections[0].id}/decision`;
    await elsewhere.post(decision).send({ act: 'answer', text: 'x' }).expect(404);
    await admin.post(decision).send({ act: 'answer', text: 'Another hour was found' }).expect(200);
    const { body } = await as.coordinator.get(path).expect(200);
    expect(body.objections[0]).to.deep.include({ state: 'answered', decision: 'Another hour was found' });
  });

  it('that nobody asked is not waited for', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, plan } = await coordinatedSchool(test);
    await publish(test, as.tutor, plan);
  });
});
