import { expect } from 'chai';
import { v4 } from 'uuid';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';

eachApp('Private messages', (start) => {
  /** A group with a tutor, a teacher, and a student with a guardian. */
  async function town() {
    const test = await start({ catalog: [plugin] });
    const { school } = test;
    const group = await school.group();
    const [tutor, teacher] = [await school.person({ givenName: 'Tomás' }), await school.staff('teacher')];
    await school.tutor(group, tutor);
    await school.course(group, { teacherId: teacher.id });
    const student = await school.student();
    await school.member(group, student);
    const guardian = await school.guardian(student);
    return { ...test, group, tutor, teacher, student, guardian };
  }

  const open = async (test: TestApp, by: { id: string }, ...others: { id: string }[]) => {
    const browser = await test.signIn(by);
    const { body } = await browser.post('/api/messages/threads').send({ personIds: others.map(({ id }) => id) });
    return { browser, thread: body, at: `/api/messages/threads/${body.id}` };
  };

  it('reach the other with a number, once however often they are sent', async () => {
    const { tutor, guardian, ...test } = await town();
    const { browser, at } = await open(test, tutor, guardian);
    const message = { clientId: v4(), text: 'Hello' };
    const first = await browser.post(`${at}/messages`).send(message).expect(200);
    const again = await browser.post(`${at}/messages`).send(message).expect(200);
    expect(again.body).to.deep.equal(first.body);
    await browser.post(`${at}/messages`).send({ clientId: v4(), text: 'How are you?' }).expect(200);

    const parent = await test.signIn(guardian);
    const { body } = await parent.get(`${at}/changes?since=0`).expect(200);
    expect(body.items.map(({ seq, text }: { seq: number; text: string }) => [seq, text])).to.deep.equal([
      [1, 'Hello'],
      [2, 'How are you?'],
    ]);
    expect(body).to.include({ upTo: 2, headSeq: 2 });
    const list = await parent.get('/api/messages/threads').expect(200);
    expect(list.body.items).to.have.length(1);
    expect(list.body.items[0]).to.include({ unread: 2, headSeq: 2 });
    expect(list.body.items[0].last).to.include({ text: 'How are you?' });
    await parent.put(`${at}/mark`).send({ readSeq: 2, deliveredSeq: 2 }).expect(200);
    expect((await parent.get('/api/messages/threads')).body.items[0]).to.include({ unread: 0 });
    const seen = await browser.get(at).expect(200);
    expect(seen.body.marks).to.deep.include({ personId: guardian.id, readSeq: 2, deliveredSeq: 2 });
  });

  it('open the same conversation from either side, and show none before the first word', async () => {
    const { tutor, guardian, ...test } = await town();
    const one = await open(test, tutor, guardian);
    const other = await open(test, guardian, tutor);
    expect(other.thread.id).to.equal(one.thread.id);
    expect((await other.browser.get('/api/messages/threads')).body.items).to.deep.equal([]);
  });

  it('number edits and deletions too, so that whoever was away gets each message as it is now', async () => {
    const { tutor, guardian, ...test } = await town();
    const { browser, at } = await open(test, tutor, guardian);
    const say = async (text: string) =>
      (await browser.post(`${at}/messages`).send({ clientId: v4(), text }).expect(200)).body;
    const [first, second] = [await say('One'), await say('Two')];
    await browser.patch(`/api/messages/messages/${first.id}`).send({ text: 'One!' }).expect(200);
    await browser.delete(`/api/messages/messages/${second.id}`).expect(200);
    const { body } = await browser.get(`${at}/changes?since=2`).expect(200);
    expect(body.items.map((one: Record<string, unknown>) => [one.seq, one.changedSeq, one.text])).to.deep.equal([
      [1, 3, 'One!'],
      [2, 4, ''],
    ]);
    await browser.patch(`/api/messages/messages/${second.id}`).send({ text: 'Again' }).expect(409);
    const parent = await test.signIn(guardian);
    await parent.patch(`/api/messages/messages/${first.id}`).send({ text: 'Mine' }).expect(403);
  });

  it('stay with those who take part', async () => {
    const { tutor, guardian, school, ...test } = await town();
    const { at } = await open({ ...test, school }, tutor, guardian);
    const stranger = await test.signIn(await school.staff('admin'));
    await stranger.get(at).expect(404);
    await stranger.get(`${at}/changes?since=0`).expect(404);
    await stranger.post(`${at}/messages`).send({ clientId: v4(), text: 'I too' }).expect(404);
    const unknown = await (await test.signIn(guardian)).post('/api/messages/threads').send({ personIds: [v4()] });
    expect([unknown.status, unknown.body.type]).to.deep.equal([404, '/problems/messages/recipient-unknown']);
  });

  it('of staff with a student are open to the tutor, and both sides are told so', async () => {
    const { tutor, teacher, student, ...test } = await town();
    const { browser, thread, at } = await open(test, teacher, student);
    expect(thread).to.deep.include({ isSupervised: true, part: 'writer' });
    expect(thread.supervisors.map(({ id }: { id: string }) => id)).to.deep.equal([tutor.id]);
    await browser.post(`${at}/messages`).send({ clientId: v4(), text: 'Your homework' }).expect(200);
    const over = await test.signIn(tutor);
    expect((await over.get('/api/messages/threads')).body.items).to.deep.equal([]);
    const watched = await over.get('/api/messages/threads?which=supervised').expect(200);
    expect(watched.body.items.map(({ id }: { id: string }) => id)).to.deep.equal([thread.id]);
    expect((await over.get(at).expect(200)).body).to.deep.include({
      part: 'reader',
      may: { write: false, urge: false },
    });
    await over.post(`${at}/messages`).send({ clientId: v4(), text: 'I too' }).expect(403);
    const { body } = await (await test.signIn(student)).get(at).expect(200);
    expect(body.supervisors.map(({ id }: { id: string }) => id)).to.deep.equal([tutor.id]);
  });

  it('of staff with a student are read by the tutor and the lead tutor, and by nobody else whatever their role', async () => {
    const { tutor, teacher, student, guardian, group, school, ...test } = await town();
    const { at, browser } = await open({ ...test, school }, teacher, student);
    await browser.post(`${at}/messages`).send({ clientId: v4(), text: 'Your homework' }).expect(200);
    const mate = await school.student();
    await school.member(group, mate);
    const elsewhere = await school.homeSchool();
    const { homeSchoolId } = await test.app.database.reader('people_student').where({ personId: student.id }).first();
    const answers: readonly (readonly [string, { readonly id: string }, number])[] = [
      ['the tutor', tutor, 200],
      ['the lead tutor', await school.staff('lead-tutor', { homeSchoolId }), 200],
      ['a lead tutor of another school', await school.staff('lead-tutor', { homeSchoolId: elsewhere.id }), 404],
      ['another teacher', await school.staff('teacher'), 404],
      ['an administrator', await school.staff('admin'), 404],
      ['a coordinator', await school.staff('coordinator', { homeSchoolId }), 404],
      ['a head', await school.staff('head', { homeSchoolId }), 404],
      ['a psychologist', await school.staff('psychologist', { homeSchoolId }), 404],
      ['a parent', guardian, 404],
      ['a classmate', mate, 404],
    ];
    for (const [who, person, status] of answers) {
      const reply = await (await test.signIn(person)).get(`${at}/changes?since=0`);
      expect([who, reply.status]).to.deep.equal([who, status]);
    }
    const { body } = await (await test.signIn(student)).get(at).expect(200);
    expect(body.supervisors).to.have.length(2);
  });

  it('do not pass between students, nor between a student and somebody who has nothing to do with them', async () => {
    const { group, student, school, ...test } = await town();
    const mate = await school.student();
    await school.member(group, mate);
    const asked = await (await test.signIn(student)).post('/api/messages/threads').send({ personIds: [mate.id] });
    expect([asked.status, asked.body.type]).to.deep.equal([403, '/problems/messages/students-together']);
    const stranger = await test.signIn(await school.staff('admin', { familyName: 'Ajena' }));
    const refused = await stranger.post('/api/messages/threads').send({ personIds: [student.id] });
    expect([refused.status, refused.body.type]).to.deep.equal([403, '/problems/messages/stranger-to-student']);
    expect(refused.body.title).to.contain('Ajena');
  });

  it('are no longer sent when a teacher has left the course, and what was said stays', async () => {
    const { app, teacher, student, ...test } = await town();
    const { browser, at } = await open({ ...test, app }, teacher, student);
    await browser.post(`${at}/messages`).send({ clientId: v4(), text: 'Before' }).expect(200);
    await app.database.write((trx) => trx('school_course').update({ teacherId: null }));
    await browser.post(`${at}/messages`).send({ clientId: v4(), text: 'After' }).expect(403);
    expect((await browser.get(`${at}/messages`).expect(200)).body.items).to.have.length(1);
    expect((await browser.get(at)).body.may).to.deep.equal({ write: false, urge: false });
  });

  it('of a family are those of all guardians and the tutor, and end with the guardianship', async () => {
    const { app, tutor, student, guardian, school, ...test } = await town();
    const father = await school.guardian(student);
    const nextTown = await school.student();
    await app.database.write((trx) =>
      trx('people_guardianship').insert({
        id: app.newId(),
        guardianId: father.id,
        studentId: nextTown.id,
        relation: 'father',
        mayAct: true,
        fromOn: '2020-09-01',
      }),
    );
    const mother = await test.signIn(guardian);
    const { body } = await mother.post(`/api/messages/students/${student.id}/family`).expect(200);
    const ids = body.people.map(({ id }: { id: string }) => id);
    expect(ids).to.have.members([tutor.id, guardian.id, father.id]);
    const at = `/api/messages/threads/${body.id}`;
    await mother.post(`${at}/messages`).send({ clientId: v4(), text: 'Good evening' }).expect(200);
    const dad = await test.signIn(father);
    expect((await dad.get('/api/messages/threads')).body.items[0]).to.include({ kind: 'family', unread: 1 });
    await app.database.write((trx) =>
      trx('people_guardianship')
        .where({ guardianId: father.id, studentId: student.id })
        .update({ untilOn: '2026-09-01' }),
    );
    await dad.get(at).expect(404);
    expect((await dad.get('/api/messages/threads')).body.items).to.deep.equal([]);
    await (await test.signIn(student)).post(`/api/messages/students/${student.id}/family`).expect(404);
  });
});
