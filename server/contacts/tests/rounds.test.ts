import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { pdfText } from '../../../tests/harness/pdfText.ts';

eachApp('A round that asks families to confirm their contacts', (start) => {
  /** A group with a tutor, two students, and a guardian of the first who looks after a child in another group too. */
  async function groupOfFamilies(test: TestApp) {
    const { school } = test;
    const home = await school.homeSchool();
    const [vera, ivan] = [
      await school.student({ homeSchoolId: home.id, familyName: 'Orlova' }),
      await school.student({ homeSchoolId: home.id, familyName: 'Petrov' }),
    ];
    const mother = await school.guardian(vera, { familyName: 'Orlova', email: 'mother@home.example' });
    const reader = await school.guardian(ivan, { mayAct: false });
    const group = await school.group({ name: '7A' });
    await school.member(group, vera);
    await school.member(group, ivan);
    const tutor = await school.staff('tutor');
    await school.tutor(group, tutor);
    return { home, vera, ivan, mother, reader, group, tutor };
  }

  const noticesOf = async ({ app }: TestApp, personId: string): Promise<string[]> => {
    const rows: { kind: string }[] = await app.database.reader('notify_notice').where({ personId }).select('kind');
    return rows.map(({ kind }) => kind);
  };

  it('asks each guardian and student once, counts who confirms, and reminds the others at most once a day', async () => {
    const test = await start();
    const { vera, ivan, mother, reader, group, tutor } = await groupOfFamilies(test);
    const staff = await test.signIn(tutor);
    const asked = { groupIds: [group.id], dueOn: '2026-09-14', note: 'Before the term' };
    const { body: round } = await staff.post('/api/contact-rounds').send(asked).expect(201);
    expect(round).to.deep.include({ asked: 4, confirmed: 0, may: { remind: true, close: true } });
    await test.settle();
    for (const { id } of [vera, ivan, mother, reader])
      expect(await noticesOf(test, id)).to.deep.equal(['contacts.confirm']);

    const family = await test.signIn(mother);
    const { body: mine } = await family.get('/api/me/contact-confirmations').expect(200);
    expect(mine).to.deep.include({ dueOn: '2026-09-14', note: 'Before the term' });
    const ids = mine.people.map(({ personId }: { personId: string }) => personId);
    expect(ids).to.have.members([mother.id, vera.id]);
    await family.post('/api/contact-confirmations').send({ personIds: ids }).expect(200);
    await family.post('/api/contact-confirmations').send({ personIds: ids }).expect(200);
    expect((await family.get('/api/me/contact-confirmations')).body.people).to.deep.equal([]);

    const { body: seen } = await staff.get(`/api/contact-rounds/${round.id}/groups/${group.id}`).expect(200);
    expect(seen.families.map((one: { student: { name: string } }) => one.student.name)).to.deep.equal([
      'Ana Orlova',
      'Ana Petrov',
    ]);
    expect(seen.families[0].student.confirmedAt).to.be.a('string');
    expect(seen.families[1].student.confirmedAt).to.equal(null);
    for (let times = 0; times < 2; times++) {
      await staff.post(`/api/contact-rounds/${round.id}/reminders`).expect(200);
      await test.settle();
    }
    expect(await noticesOf(test, mother.id)).to.have.length(1);
    expect(await noticesOf(test, ivan.id)).to.deep.equal(['contacts.confirm', 'contacts.confirm-reminder']);

    const { body: ended } = await staff.post(`/api/contact-rounds/${round.id}/end`).expect(200);
    expect(ended).to.deep.include({ asked: 4, confirmed: 2, may: { remind: false, close: false } });
    await staff.post(`/api/contact-rounds/${round.id}/reminders`).expect(409);
    const student = await test.signIn(ivan);
    expect((await student.get('/api/me/contact-confirmations')).body.people).to.deep.equal([]);
    await student
      .post('/api/contact-confirmations')
      .send({ personIds: [ivan.id] })
      .expect(409);
  });

  it('takes what comes back on paper from staff, and nothing from a guardian who only reads', async () => {
    const test = await start();
    const { ivan, reader, group, tutor, mother } = await groupOfFamilies(test);
    const staff = await test.signIn(tutor);
    const { body: round } = await staff
      .post('/api/contact-rounds')
      .send({ groupIds: [group.id], dueOn: '2026-09-14' })
      .expect(201);
    const confirm = (browser: typeof staff, id: string) =>
      browser.post('/api/contact-confirmations').send({ personIds: [id] });
    await confirm(await test.signIn(reader), ivan.id).expect(403);
    await confirm(await test.signIn(mother), ivan.id).expect(404);
    await confirm(staff, ivan.id).expect(200);
    const rows = await test.app.database.reader('contacts_confirmation').select('personId', 'isOnPaper');
    expect(rows).to.deep.equal([{ personId: ivan.id, isOnPaper: true }]);
    const { body: paper } = await staff.get(`/api/contact-rounds/${round.id}/groups/${group.id}/sheet`).expect(200);
    const text = (await pdfText(paper)).join(' ');
    expect(text).to.include('mother@home.example').and.to.include('Ana Petrov');
  });

  it('asks a group once at a time, never for a day that is past, and ends by itself long after its deadline', async () => {
    const test = await start();
    const { group, tutor, vera } = await groupOfFamilies(test);
    const staff = await test.signIn(tutor);
    const open = (dueOn: string) => staff.post('/api/contact-rounds').send({ groupIds: [group.id], dueOn });
    await open('2026-09-01').expect(422);
    const answers = await Promise.all([open('2026-09-14'), open('2026-09-15')]);
    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([201, 409]);
    await test.settle();
    test.clock.set('2026-11-20T08:00:00Z');
    await test.settle();
    expect((await (await test.signIn(vera)).get('/api/me/contact-confirmations')).body.people).to.deep.equal([]);
    const late = await test.signIn(tutor);
    await late
      .post('/api/contact-rounds')
      .send({ groupIds: [group.id], dueOn: '2026-12-01' })
      .expect(201);
  });

  it('shows each only the groups and families in reach, and is ended by whoever reaches them all', async () => {
    const test = await start();
    const { school, signIn } = test;
    const { group, home, vera, tutor } = await groupOfFamilies(test);
    const other = await school.group({ name: '7B' });
    const stranger = await school.student({ familyName: 'Stranger' });
    await school.member(other, stranger);
    await school.member(group, stranger);
    const admin = await signIn(await school.staff('admin'));
    const { body: round } = await admin
      .post('/api/contact-rounds')
      .send({ groupIds: [group.id, other.id], dueOn: '2026-09-14' })
      .expect(201);
    const names = (view: { groups: { name: string }[] }) => view.groups.map(({ name }) => name);
    expect(names(round)).to.deep.equal(['7A', '7B']);
    const staff = await signIn(tutor);
    const { body: list } = await staff.get('/api/contact-rounds').expect(200);
    expect(names(list.items[0])).to.deep.equal(['7A']);
    await staff.get(`/api/contact-rounds/${round.id}/groups/${other.id}`).expect(404);
    await staff.post(`/api/contact-rounds/${round.id}/end`).expect(403);
    const coordinator = await signIn(await school.staff('coordinator', { homeSchoolId: home.id }));
    const { text, body } = await coordinator.get(`/api/contact-rounds/${round.id}/groups/${group.id}`).expect(200);
    expect(body.families).to.have.length(2);
    expect(text).to.not.include('Stranger');
    const apart = await signIn(await school.staff('coordinator', { homeSchoolId: (await school.homeSchool()).id }));
    await apart.get(`/api/contact-rounds/${round.id}`).expect(404);
    await (await signIn(vera)).get('/api/contact-rounds').expect(403);
  });
});
