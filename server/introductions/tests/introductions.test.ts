import { expect } from 'chai';
import sharp from 'sharp';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

eachApp('Introductions', (start) => {
  async function firstDay(test: TestApp) {
    const { school } = test;
    const home = await school.homeSchool();
    const student = await school.student({ homeSchoolId: home.id, familyName: 'Orlova' });
    const mate = await school.student({ homeSchoolId: home.id, familyName: 'Petrov' });
    const mother = await school.guardian(student, { familyName: 'Mother', email: 'mother@home.example' });
    const group = await school.group({ name: '7A' });
    await school.member(group, student);
    await school.member(group, mate, { fromOn: '2025-09-01' });
    const tutor = await school.staff('tutor', { familyName: 'Tutor' });
    await school.tutor(group, tutor);
    const teacher = await school.staff('teacher', { familyName: 'Teacher' });
    await school.course(group, { teacherId: teacher.id });
    const psychologist = await school.staff('psychologist', { homeSchoolId: home.id, familyName: 'Calm' });
    const far = await school.staff('psychologist', {
      homeSchoolId: (await school.homeSchool()).id,
      familyName: 'Faraway',
    });
    return { student, mate, mother, group, tutor, teacher, psychologist, far };
  }

  const named = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

  const upload = async (browser: TestAgent, content: Buffer, type: string): Promise<string> => {
    const { body } = await browser
      .post('/api/files')
      .query({ name: 'me' })
      .set('Content-Type', type)
      .send(content)
      .expect(201);
    return body.id;
  };
  const picture = () =>
    sharp({ create: { width: 60, height: 60, channels: 3, background: '#a0c0d0' } })
      .png()
      .toBuffer();

  it('name everybody around a student with roles, hours and what they show, and classmates to students alone', async () => {
    const test = await start();
    const { student, mother, tutor, mate, group } = await firstDay(test);
    const staff = await test.signIn(tutor);
    const hours = [{ weekday: 1, from: '09:00', to: '17:00' }];
    await staff.put('/api/me/profile').set('If-Match', '"0"').send({ about: 'Ask me anything', hours }).expect(200);
    await staff.put('/api/me/profile').set('If-Match', '"0"').send({ about: null, hours: [] }).expect(412);
    const items = [
      { kind: 'phone', value: '600 11 22 33', isPublic: true },
      { kind: 'email', value: 'private@work.example' },
    ];
    await staff.put(`/api/people/${tutor.id}/channels`).set('If-Match', '"1"').send({ items }).expect(200);

    const browser = await test.signIn(student);
    const { body } = await browser.get(`/api/students/${student.id}/introductions`).expect(200);
    expect(named(body.people)).to.deep.equal(['Ana Tutor', 'Ana Teacher', 'Ana Calm']);
    expect(body.people[0]).to.deep.include({ roles: ['tutor'], about: 'Ask me anything', hours, met: null });
    expect(body.people[0].channels.map(({ value }: { value: string }) => value)).to.deep.equal(['600 11 22 33']);
    expect(named(body.classmates)).to.deep.equal(['Ana Petrov']);
    expect(named(body.family)).to.deep.equal(['Ana Mother']);

    const family = await test.signIn(mother);
    const { body: seen, text } = await family.get(`/api/students/${student.id}/introductions`).expect(200);
    expect(seen.classmates).to.deep.equal([]);
    expect(text).to.not.include('private@work.example').and.not.include('Petrov');
    await browser.get(`/api/students/${mate.id}/introductions`).expect(403);
    await family.get(`/api/students/${mate.id}/introductions`).expect(404);
    await family.get(`/api/groups/${group.id}/newcomers`).expect(403);
  });

  it('are a list that tutor and family tick, and Today names who has not met whom', async () => {
    const test = await start();
    const { student, mother, group, tutor, teacher, psychologist, far } = await firstDay(test);
    const admin = await test.signIn(await test.school.staff('admin'));
    const label = 'Sound and camera work';
    const { body: list } = await admin
      .put('/api/introduction-items')
      .send({ items: [{ label }, { label: 'Knows the timetable' }] })
      .expect(200);
    const [sound, knows] = list.items;
    const staff = await test.signIn(tutor);
    const { body: waiting } = await staff.get('/api/me/newcomers').expect(200);
    expect(waiting.count).to.equal(1);
    expect(waiting.items[0]).to.deep.include({ name: 'Ana Orlova', groupName: '7A', cameOn: '2026-09-01' });
    expect(waiting.items[0].missing).to.have.length(5);

    const note = (browser: TestAgent, body: object) =>
      browser.post(`/api/students/${student.id}/meetings`).send({ isMet: true, ...body });
    await note(staff, { withId: tutor.id, metOn: '2026-09-02' }).expect(200);
    await note(await test.signIn(student), { withId: teacher.id }).expect(200);
    await note(await test.signIn(mother), { withId: psychologist.id }).expect(200);
    await note(staff, { itemId: sound.id }).expect(200);
    await note(staff, { withId: far.id }).expect(422);
    await note(staff, { itemId: knows.id, metOn: '2026-09-08' }).expect(422);
    const { body: again } = await staff.get(`/api/groups/${group.id}/newcomers`).expect(200);
    expect(again.items).to.have.length(1);
    const met = again.items[0].list.map((one: { met: { on: string; byName: string } | null }) => one.met);
    expect(met).to.deep.equal([
      { on: '2026-09-02', byName: 'Ana Tutor' },
      { on: '2026-09-07', byName: 'Ana Orlova' },
      { on: '2026-09-07', byName: 'Ana Mother' },
      { on: '2026-09-07', byName: 'Ana Tutor' },
      null,
    ]);
    await note(staff, { withId: tutor.id, isMet: false }).expect(200);
    expect((await staff.get('/api/me/newcomers')).body.items[0].missing).to.deep.equal([
      'Ana Tutor',
      'Knows the timetable',
    ]);
    // A renamed item keeps what was noted; one that is left out goes.
    await admin
      .put('/api/introduction-items')
      .send({ items: [{ id: sound.id, label: 'Sound works' }] })
      .expect(200);
    expect((await staff.get('/api/me/newcomers')).body.items[0].missing).to.deep.equal(['Ana Tutor']);
    await (await test.signIn(student)).put('/api/introduction-items').send({ items: [] }).expect(403);
  });

  it('show a photograph only with consent: one’s own, or a child’s by a guardian who may act', async function () {
    this.timeout(60_000);
    const test = await start();
    const { student, mate, mother, tutor } = await firstDay(test);
    const image = await picture();
    const staff = await test.signIn(tutor);
    const own = await upload(staff, image, 'image/png');
    const show = (browser: TestAgent, id: string, fileId: string) =>
      browser.put(`/api/people/${id}/photo`).send({ fileId, consents: true });
    await staff.put(`/api/people/${tutor.id}/photo`).send({ fileId: own, consents: false }).expect(400);
    await show(staff, tutor.id, own).expect(200);
    const pupil = await test.signIn(student);
    await pupil.get(`/api/files/${own}`).expect(200);
    const { body: who } = await pupil.get(`/api/students/${student.id}/introductions`).expect(200);
    expect(who.people[0].photoId).to.equal(own);

    await show(pupil, student.id, await upload(pupil, image, 'image/png')).expect(403);
    const reader = await test.signIn(await test.school.guardian(student, { mayAct: false }));
    await show(reader, student.id, await upload(reader, image, 'image/png')).expect(403);
    const parent = await test.signIn(mother);
    const notes = await upload(parent, Buffer.from('No picture at all'), 'text/plain');
    await show(parent, student.id, notes).expect(422);
    const child = await upload(parent, image, 'image/png');
    const { body: shown } = await show(parent, student.id, child).expect(200);
    expect(shown).to.deep.include({ photoId: child, may: { introduce: false, showPhoto: true, takePhoto: true } });
    await (await test.signIn(mate)).get(`/api/files/${child}`).expect(200);
    const stranger = await test.signIn(await test.school.student());
    await stranger.get(`/api/files/${child}`).expect(404);
    await show(parent, mate.id, child).expect(404);
    await pupil.delete(`/api/people/${student.id}/photo`).expect(200);
    await (await test.signIn(mate)).get(`/api/files/${child}`).expect(404);
  });
});
