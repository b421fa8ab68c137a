import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { system } from '../../access/actor.ts';
import { peopleApi } from '../api.ts';

eachApp('People by HTTP', (start) => {
  let test: TestApp;
  beforeEach(async () => {
    test = await start();
  });

  const asAdmin = async () => test.signIn(await test.school.staff('admin'));
  const events = async (): Promise<string[]> => {
    const rows: { name: string }[] = await test.app.database.reader('events_event').select('name');
    return rows.map((row) => row.name);
  };
  const newPerson = { givenName: 'Zoë', familyName: 'Ñandú', language: 'es', zone: 'America/Mexico_City' };

  it('are added, found without accents and case, and changed only from the revision that was seen', async () => {
    const admin = await asAdmin();
    const { body: zoe } = await admin.post('/api/people').send(newPerson).expect(201);
    expect(zoe).to.include({ name: 'Zoë Ñandú', internet: 'good', revision: 1 });
    const { body: found } = await admin.get('/api/people').query({ q: 'NANDU zoe' }).expect(200);
    expect(found).to.deep.include({ total: 1, nextAfter: null });

    const change = { internet: 'weak', phone: '+52 55 1234 5678' };
    const { body: changed } = await admin
      .patch(`/api/people/${zoe.id}`)
      .set('If-Match', '"1"')
      .send(change)
      .expect(200);
    expect(changed).to.deep.include({ internet: 'weak', revision: 2, contact: { email: null, phone: change.phone } });
    await admin.patch(`/api/people/${zoe.id}`).set('If-Match', '"1"').send(change).expect(412);
    await admin.patch(`/api/people/${zoe.id}`).send(change).expect(428);
  });

  it('come by page in the order of their names', async () => {
    const admin = await asAdmin();
    for (const familyName of ['Ёжиков', 'Елкин', 'Жуков', 'Абрамов'])
      await test.school.person({ familyName, givenName: 'Ян' });
    const { body: first } = await admin.get('/api/people').query({ q: 'ян', limit: 3 }).expect(200);
    const { body: rest } = await admin
      .get('/api/people')
      .query({ q: 'ян', limit: 3, after: first.nextAfter })
      .expect(200);
    const names = [...first.items, ...rest.items].map((person) => person.familyName);
    expect(names).to.deep.equal(['Абрамов', 'Ёжиков', 'Елкин', 'Жуков']);
    expect([first.total, rest.nextAfter]).to.deep.equal([4, null]);
  });

  it('are refused with all wrong fields at once', async () => {
    const admin = await asAdmin();
    const { body } = await admin
      .post('/api/people')
      .send({ ...newPerson, zone: 'Nowhere', language: 'fr', pet: 'cat', student: { homeSchoolId: 'x', grade: 13 } })
      .expect(400);
    const paths = body.issues.map((issue: { path: string[] }) => issue.path.join('.'));
    expect(paths).to.include.members(['zone', 'language', 'student.homeSchoolId', 'student.grade']);
  });

  it('may not have an id that somebody has, or a home school that nobody knows', async () => {
    const admin = await asAdmin();
    await admin
      .post('/api/people')
      .send({ ...newPerson, externalId: 'z-1' })
      .expect(201);
    await admin
      .post('/api/people')
      .send({ ...newPerson, externalId: 'z-1' })
      .expect(409);
    const student = { homeSchoolId: test.app.newId(), grade: 7 };
    await admin
      .post('/api/people')
      .send({ ...newPerson, student })
      .expect(422);
  });

  it('share a device when they are said to', async () => {
    const admin = await asAdmin();
    const ann = await test.school.student({ givenName: 'Ann' });
    const bob = await test.school.student({ givenName: 'Bob' });
    const { body } = await admin
      .patch(`/api/people/${bob.id}`)
      .set('If-Match', '"1"')
      .send({ sharesDeviceWith: ann.id })
      .expect(200);
    expect(body.sharesDeviceWith.map((one: { id: string }) => one.id)).to.deep.equal([ann.id]);
  });

  it('get and lose roles, but the last admin stays', async () => {
    const boss = await test.school.staff('admin');
    const admin = await test.signIn(boss);
    const person = await test.school.person();
    const role = { role: 'tutor', scopeKind: 'self' };
    const { body: roles } = await admin.post(`/api/people/${person.id}/roles`).send(role).expect(201);
    await admin.post(`/api/people/${person.id}/roles`).send(role).expect(201);
    await admin.post(`/api/people/${person.id}/roles`).send({ role: 'tutor', scopeKind: 'everything' }).expect(400);
    await admin.delete(`/api/people/${person.id}/roles/${roles.items[0].id}`).expect(200);
    await admin.delete(`/api/people/${person.id}/roles/${roles.items[0].id}`).expect(404);
    expect((await events()).filter((name) => name === 'people.access-ended')).to.have.length(1);

    const { body: own } = await admin.get(`/api/people/${boss.id}`).expect(200);
    await admin.delete(`/api/people/${boss.id}/roles/${own.roles[0].id}`).expect(409);
    await admin.patch(`/api/people/${boss.id}`).set('If-Match', '"1"').send({ isActive: false }).expect(409);
  });

  it('coordinators give no roles above their own', async () => {
    const coordinator = await test.signIn(await test.school.staff('coordinator'));
    const person = await test.school.person();
    await coordinator.post(`/api/people/${person.id}/roles`).send({ role: 'teacher', scopeKind: 'self' }).expect(201);
    await coordinator
      .post(`/api/people/${person.id}/roles`)
      .send({ role: 'admin', scopeKind: 'everything' })
      .expect(403);
  });

  it('are not cut off from their own way in by those below them', async () => {
    const home = await test.school.homeSchool();
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: home.id }));
    const student = await test.school.student({ homeSchoolId: home.id });
    const boss = await test.school.guardian(student);
    await test.app.scopes.inWrite(system, (scope) =>
      test.app
        .api(peopleApi)
        .grantRole(scope, { personId: boss.id, role: 'admin', scopeKind: 'everything', homeSchoolId: null }),
    );
    const change = (agent: TestAgent, id: string, sent: object, revision = 1) =>
      agent.patch(`/api/people/${id}`).set('If-Match', `"${revision}"`).send(sent);
    const { body } = await change(coordinator, boss.id, { email: 'mine@thief.example' }).expect(403);
    expect(body.type).to.equal('/problems/people/way-in-not-yours');
    await change(coordinator, boss.id, { isActive: false }).expect(403);
    await change(coordinator, boss.id, { phone: '+34 600 000 000' }).expect(200);
    await change(coordinator, student.id, { email: 'pupil@home.example' }).expect(200);
    await change(await test.signIn(boss), boss.id, { email: 'own@home.example' }, 2).expect(200);
  });

  it('of one home school are all that its coordinator may add and change', async () => {
    const home = await test.school.homeSchool();
    const other = await test.school.homeSchool();
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: home.id }));
    const student = (homeSchoolId: string) => ({ ...newPerson, student: { homeSchoolId, grade: 5 } });
    const { body: own } = await coordinator.post('/api/people').send(student(home.id)).expect(201);
    await coordinator.post('/api/people').send(student(other.id)).expect(403);
    await coordinator.post('/api/people').send(newPerson).expect(403);
    const guardianOf = [{ studentId: own.id, relation: 'father' }];
    await coordinator
      .post('/api/people')
      .send({ ...newPerson, guardianOf })
      .expect(201);
    const away = { student: { homeSchoolId: other.id, grade: 5 } };
    await coordinator.patch(`/api/people/${own.id}`).set('If-Match', '"1"').send(away).expect(403);
    const stranger = await test.school.student({ homeSchoolId: other.id });
    await coordinator.get(`/api/people/${stranger.id}`).expect(404);
  });

  it('get guardians, who lose sight of the child at once when it ends', async () => {
    const admin = await asAdmin();
    const child = await test.school.student();
    const parent = await test.school.person();
    const input = { guardianId: parent.id, studentId: child.id, relation: 'mother', mayAct: false };
    const { body } = await admin.post('/api/guardianships').send(input).expect(201);
    const guardian = await test.signIn(parent);
    await guardian.get(`/api/people/${child.id}`).expect(200);
    await admin
      .post('/api/guardianships')
      .send({ ...input, studentId: parent.id })
      .expect(400);
    await admin.delete(`/api/guardianships/${body.id}`).expect(200);
    await guardian.get(`/api/people/${child.id}`).expect(403);
    await admin.post('/api/guardianships').send(input).expect(201);
    await guardian.get(`/api/people/${child.id}`).expect(200);
  });
});
