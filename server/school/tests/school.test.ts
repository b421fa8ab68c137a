import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

eachApp('The school by HTTP', (start) => {
  let test: TestApp;
  let admin: TestAgent;
  beforeEach(async () => {
    test = await start();
    admin = await test.signIn(await test.school.staff('admin'));
  });

  const newGroup = { name: '7 Red', grade: 7, zone: 'Europe/Madrid' };
  const group = async (): Promise<{ id: string; revision: number }> =>
    (await admin.post('/api/groups').send(newGroup).expect(201)).body;

  it('has groups with members and subgroups, which a member leaves whole', async () => {
    const { id } = await group();
    const ann = await test.school.student();
    const bob = await test.school.student();
    await admin
      .post(`/api/groups/${id}/members`)
      .send({ personIds: [ann.id, bob.id] })
      .expect(200);
    await admin
      .post(`/api/groups/${id}/members`)
      .send({ personIds: [ann.id] })
      .expect(409);
    const { body: split } = await admin.post(`/api/groups/${id}/subgroups`).send({ name: 'White' }).expect(201);
    const white = `/api/subgroups/${split.subgroups[0].id}`;
    const stranger = await test.school.student();
    await admin
      .put(`${white}/members`)
      .set('If-Match', '"1"')
      .send({ personIds: [stranger.id] })
      .expect(409);
    const { body: filled } = await admin
      .put(`${white}/members`)
      .set('If-Match', '"1"')
      .send({ personIds: [ann.id] })
      .expect(200);
    expect(filled.subgroups[0].memberIds).to.deep.equal([ann.id]);
    const { body: left } = await admin.delete(`/api/groups/${id}/members/${ann.id}`).expect(200);
    expect(left.members.map((member: { personId: string }) => member.personId)).to.deep.equal([bob.id]);
    expect(left.subgroups[0].memberIds).to.deep.equal([]);
    await admin.delete(`/api/groups/${id}/members/${ann.id}`).expect(409);
    await admin
      .post(`/api/groups/${id}/members`)
      .send({ personIds: [ann.id] })
      .expect(200);
    await admin.delete(white).expect(200);
  });

  it('lets a tutor see the group from the appointment on, and no longer afterwards', async () => {
    const { id } = await group();
    const person = await test.school.person();
    const tutor = await test.signIn(person);
    await tutor.get(`/api/groups/${id}`).expect(403);
    await admin.post(`/api/groups/${id}/tutors`).send({ personId: person.id }).expect(200);
    await admin.post(`/api/groups/${id}/tutors`).send({ personId: person.id }).expect(409);
    const { body } = await tutor.get(`/api/groups/${id}`).expect(200);
    expect(body.may).to.deep.equal({ edit: false, checkReadiness: true });
    await tutor.patch(`/api/groups/${id}`).set('If-Match', '"1"').send({ name: 'Mine' }).expect(403);
    await admin.delete(`/api/groups/${id}/tutors/${person.id}`).expect(200);
    await tutor.get(`/api/groups/${id}`).expect(404);
  });

  it('has courses, with or without a teacher, and names all that does not exist', async () => {
    const { id: groupId } = await group();
    const { body: subject } = await admin.post('/api/subjects').send({ name: 'Algebra' }).expect(201);
    await admin.post('/api/subjects').send({ name: 'Algebra' }).expect(409);
    const course = { groupId, subjectId: subject.id, lessonsAWeek: 3, lessonMinutes: 40 };
    const nothing = test.app.newId();
    const { body: problem } = await admin
      .post('/api/courses')
      .send({ ...course, subjectId: nothing, teacherId: nothing, subgroupId: nothing })
      .expect(422);
    expect(problem.issues).to.have.length(3);
    const { body: made } = await admin.post('/api/courses').send(course).expect(201);
    await admin.post('/api/courses').send(course).expect(409);
    const teacher = await test.school.person();
    const path = `/api/courses/${made.id}`;
    const { body: taught } = await admin.patch(path).set('If-Match', '"1"').send({ teacherId: teacher.id }).expect(200);
    expect(taught).to.deep.include({ teacherId: teacher.id, revision: 2, lessonsAWeek: 3 });
    const { body: list } = await (await test.signIn(teacher)).get('/api/courses').expect(200);
    expect(list.items.map((one: { id: string }) => one.id)).to.deep.equal([made.id]);
    await admin.delete(`/api/subjects/${subject.id}`).expect(409);
    await admin.delete(path).expect(200);
    await admin.get(path).expect(404);
  });

  it('refuses terms that overlap, and names the other', async () => {
    const autumn = { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-25' };
    const { body: term } = await admin.post('/api/terms').send(autumn).expect(201);
    const { body: problem } = await admin
      .post('/api/terms')
      .send({ name: 'Winter', startsOn: '2026-12-25', endsOn: '2027-02-01' })
      .expect(409);
    expect(problem).to.include({ name: 'Autumn', startsOn: '2026-09-01' });
    await admin.post('/api/terms').send({ name: 'Back', startsOn: '2027-02-02', endsOn: '2027-02-01' }).expect(400);
    const longer = { ...autumn, endsOn: '2026-12-31' };
    await admin.put(`/api/terms/${term.id}`).set('If-Match', '"1"').send(longer).expect(200);
    await admin.delete(`/api/terms/${term.id}`).expect(200);
    await admin.delete(`/api/terms/${term.id}`).expect(404);
  });

  it('shows a student only the holidays of own groups and of all', async () => {
    const { id: groupId } = await group();
    const other = await group();
    const dates = { fromOn: '2026-11-02', untilOn: '2026-11-08' };
    await admin
      .post('/api/holidays')
      .send({ name: 'All', ...dates })
      .expect(201);
    const { body: own } = await admin
      .post('/api/holidays')
      .send({ name: 'Own', groupId, ...dates })
      .expect(201);
    await admin
      .post('/api/holidays')
      .send({ name: 'Other', groupId: other.id, ...dates })
      .expect(201);
    await admin
      .post('/api/holidays')
      .send({ name: 'None', groupId: test.app.newId(), ...dates })
      .expect(422);
    const ann = await test.school.student();
    await test.school.member({ id: groupId }, ann);
    const { body } = await (await test.signIn(ann)).get('/api/holidays').expect(200);
    expect(body.items.map((one: { name: string }) => one.name)).to.deep.equal(['All', 'Own']);
    await admin
      .put(`/api/holidays/${own.id}`)
      .set('If-Match', '"1"')
      .send({ name: 'New', groupId, ...dates })
      .expect(200);
    await admin.delete(`/api/holidays/${own.id}`).expect(200);
  });

  it('keeps hours of a grid from overlapping', async () => {
    const { id } = await group();
    const place = { weekday: 1, hour: 1, startsTime: '09:00', minutes: 45 };
    const put = (places: object[], revision: number) =>
      admin.put(`/api/groups/${id}/grid`).set('If-Match', `"${revision}"`).send({ places });
    const { body } = await put([place, { ...place, hour: 2, startsTime: '09:45' }], 1).expect(200);
    expect(body.items).to.have.length(2);
    await put([place, { ...place, hour: 2, startsTime: '09:44' }], 2).expect(422);
    await put([place, place], 2).expect(422);
    await put([], 1).expect(412);
    await put([], 2).expect(200);
  });

  it('tells what a group lacks before a timetable can be made', async () => {
    const { id } = await group();
    const codes = async (): Promise<string[]> =>
      (await admin.get(`/api/groups/${id}/readiness`).expect(200)).body.items.map((one: { code: string }) => one.code);
    expect(await codes()).to.deep.equal([
      'no-students',
      'no-courses',
      'no-grid',
      'no-term',
      'no-tutor',
      'no-meeting-link',
    ]);
    await test.school.member({ id }, await test.school.student({ internet: 'none' }));
    await test.school.course({ id }, { teacherId: null, lessonMinutes: 60, lessonsAWeek: 9 });
    await test.school.grid({ id }, [{ weekday: 1, hour: 1, startsTime: '09:00', minutes: 45 }]);
    await test.school.term();
    expect(await codes()).to.deep.equal([
      'lesson-too-long',
      'too-few-hours',
      'no-tutor',
      'no-meeting-link',
      'course-without-teacher',
      'student-offline',
    ]);
  });

  it('leaves its structure to those who answer for the whole centre', async () => {
    const home = await test.school.homeSchool();
    const made = await group();
    await test.school.member(made, await test.school.student({ homeSchoolId: home.id }));
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: home.id }));
    await coordinator.get(`/api/groups/${made.id}`).expect(200);
    await coordinator.patch(`/api/groups/${made.id}`).set('If-Match', '"1"').send({ name: 'Ours' }).expect(403);
    await coordinator.post('/api/groups').send(newGroup).expect(403);
    await coordinator.post('/api/home-schools').send({ name: 'New', zone: 'Europe/Madrid' }).expect(403);
  });
});
