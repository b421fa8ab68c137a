import { expect } from 'chai';
import { v4 } from 'uuid';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';

eachApp('Around private messages', (start) => {
  async function town() {
    const test = await start({ catalog: [plugin] });
    const { school } = test;
    const group = await school.group();
    const tutor = await school.person({ familyName: 'Tutora' });
    await school.tutor(group, tutor);
    const student = await school.student({ familyName: 'Alumno' });
    await school.member(group, student);
    const guardian = await school.guardian(student, { familyName: 'Madre' });
    const [as, asGuardian] = [await test.signIn(tutor), await test.signIn(guardian)];
    const { body } = await as.post('/api/messages/threads').send({ personIds: [guardian.id] });
    const at = `/api/messages/threads/${body.id}`;
    return { ...test, group, tutor, student, guardian, as, asGuardian, at };
  }

  /** Two rounds of what runs every 15 seconds. */
  async function followed(clock: TestApp['clock'], settle: () => Promise<void>): Promise<void> {
    for (let nth = 0; nth < 2; nth++) {
      clock.advance({ seconds: 20 });
      await settle();
    }
  }

  it('a call is noted once however often the device sends it, and only a contact counts as one', async () => {
    const { as, student, guardian, clock, app } = await town();
    const at = `/api/messages/students/${student.id}`;
    const call = { how: 'phone', withId: guardian.id, happenedAt: clock.read().toISOString() };
    const attempt = { ...call, clientId: v4(), isContact: false };
    const first = await as.post(`${at}/calls`).send(attempt).expect(200);
    expect((await as.post(`${at}/calls`).send(attempt).expect(200)).body).to.deep.equal(first.body);
    const before = await as.get(`${at}/contacts`).expect(200);
    expect(before.body.items).to.have.length(1);
    expect(before.body).to.deep.include({ lastContactAt: null, may: { note: true } });
    expect(before.body.family.map(({ name }: { name: string }) => name).join()).to.contain('Madre');

    const reached = { ...call, clientId: v4(), isContact: true, agreed: 'Comes on Monday', nextOn: '2026-09-14' };
    await as.post(`${at}/calls`).send(reached).expect(200);
    const { body } = await as.get(`${at}/contacts`).expect(200);
    expect(body.lastContactAt).to.equal(call.happenedAt);
    expect(await app.database.reader('messages_call').pluck('agreed')).to.have.members(['', 'Comes on Monday']);
  });

  it('a call is noted with the family only, at most now whatever the device’s clock says', async () => {
    const { as, asGuardian, student, tutor, clock } = await town();
    const at = `/api/messages/students/${student.id}`;
    const ahead = new Date(clock.read().getTime() + 3_600_000).toISOString();
    const call = { clientId: v4(), how: 'visit', isContact: true, happenedAt: ahead };
    await as
      .post(`${at}/calls`)
      .send({ ...call, withId: tutor.id })
      .expect(422);
    const { body } = await as.post(`${at}/calls`).send(call).expect(200);
    expect(new Date(body.happenedAt).getTime()).to.be.at.most(clock.read().getTime());
    await asGuardian.post(`${at}/calls`).send(call).expect(403);
    await asGuardian.get(`${at}/contacts`).expect(403);
  });

  it('a message is found by any form of its words by those who take part, and no more when it is deleted', async () => {
    const { as, asGuardian, at, settle, clock, school, signIn } = await town();
    const said = await as.post(`${at}/messages`).send({ clientId: v4(), text: 'Завтра будут уроки' }).expect(200);
    await followed(clock, settle);
    const found = async (by: typeof as) => (await by.get('/api/messages/search?q=урок').expect(200)).body.items.length;
    expect(await found(as)).to.equal(1);
    expect(await found(asGuardian)).to.equal(1);
    expect(await found(await signIn(await school.staff('admin')))).to.equal(0);
    await as.delete(`/api/messages/messages/${said.body.id}`).expect(200);
    await followed(clock, settle);
    expect(await found(as)).to.equal(0);
  });

  it('whoever has not read is told once, without the words; whoever wrote or has read is not', async () => {
    const { as, asGuardian, at, settle, clock } = await town();
    const say = (text: string) => as.post(`${at}/messages`).send({ clientId: v4(), text }).expect(200);
    const notices = async (by: typeof as) => (await by.get('/api/notices').expect(200)).body.items;
    await say('A secret');
    await say('Another');
    await followed(clock, settle);
    const [told, ...more] = await notices(asGuardian);
    expect(told).to.include({ kind: 'messages.waiting' });
    expect(more).to.deep.equal([]);
    expect(JSON.stringify(told)).to.not.contain('secret');
    expect(await notices(as)).to.deep.equal([]);
    await asGuardian.put(`${at}/mark`).send({ readSeq: 2, deliveredSeq: 2 }).expect(200);
    await say('A third');
    await asGuardian.put(`${at}/mark`).send({ readSeq: 3, deliveredSeq: 3 }).expect(200);
    clock.advance({ seconds: 20 });
    await settle();
    expect(await notices(asGuardian)).to.have.length(1);
  });

  it('a message waits for its time, can be taken back until then, and is sent once', async () => {
    const { as, asGuardian, at, settle, clock } = await town();
    const later = new Date(clock.read().getTime() + 3_600_000).toISOString();
    const wait = { clientId: v4(), text: 'In an hour', sendAt: later };
    await as.post(`${at}/scheduled`).send(wait).expect(200);
    const again = await as.post(`${at}/scheduled`).send(wait).expect(200);
    const other = await as
      .post(`${at}/scheduled`)
      .send({ ...wait, clientId: v4(), text: 'Never' })
      .expect(200);
    await asGuardian.delete(`/api/messages/scheduled/${again.body.id}`).expect(404);
    await as.delete(`/api/messages/scheduled/${other.body.id}`).expect(200);
    await as
      .post(`${at}/scheduled`)
      .send({ ...wait, clientId: v4(), sendAt: '2020-01-01T00:00:00Z' })
      .expect(422);
    expect((await asGuardian.get(`${at}/scheduled`).expect(200)).body.items).to.deep.equal([]);
    await settle();
    expect((await asGuardian.get(`${at}/changes?since=0`)).body.items).to.deep.equal([]);
    clock.advance({ seconds: 3700 });
    await settle();
    clock.advance({ seconds: 20 });
    await settle();
    const { body } = await asGuardian.get(`${at}/changes?since=0`).expect(200);
    expect(body.items.map(({ text }: { text: string }) => text)).to.deep.equal(['In an hour']);
    expect((await as.get(`${at}/scheduled`)).body.items).to.deep.equal([]);
  });

  it('a message kept for later has its files and what it answers, and until then they are its author’s alone', async () => {
    const { as, asGuardian, at, settle, clock } = await town();
    const question = { clientId: v4(), text: 'Which page?' };
    const { body: first } = await asGuardian.post(`${at}/messages`).send(question).expect(200);
    const upload = async (): Promise<string> => {
      const file = as.post('/api/files').query({ name: 'page.txt' }).set('Content-Type', 'application/octet-stream');
      return (await file.send('Page 12').expect(201)).body.id;
    };
    const [fileId, otherId] = [await upload(), await upload()];
    const sendAt = new Date(clock.read().getTime() + 3_600_000).toISOString();
    const wait = { clientId: v4(), text: 'This one', sendAt, replyToId: first.id, fileIds: [fileId] };
    const { body: kept } = await as.post(`${at}/scheduled`).send(wait).expect(200);
    expect(kept.files.map(({ id }: { id: string }) => id)).to.deep.equal([fileId]);
    const other = { ...wait, clientId: v4(), fileIds: [otherId] };
    const { body: taken } = await as.post(`${at}/scheduled`).send(other).expect(200);
    await as.delete(`/api/messages/scheduled/${taken.id}`).expect(200);
    await as
      .post(`${at}/scheduled`)
      .send({ ...other, clientId: v4(), replyToId: kept.id })
      .expect(422);
    await as.get(`/api/files/${fileId}`).expect(200);
    await asGuardian.get(`/api/files/${fileId}`).expect(404);

    clock.advance({ seconds: 3700 });
    await settle();
    clock.advance({ seconds: 20 });
    await settle();
    const { body } = await asGuardian.get(`${at}/changes?since=1`).expect(200);
    const [sent] = body.items;
    expect(sent).to.include({ text: 'This one', replyToId: first.id });
    expect(sent.files.map(({ name }: { name: string }) => name)).to.deep.equal(['page.txt']);
    await asGuardian.get(`/api/files/${fileId}`).expect(200);
    await asGuardian.get(`/api/files/${otherId}`).expect(404);
  });

  it('a message whose author has left by then is not sent, and stays with its author', async () => {
    const { as, asGuardian, at, app, group, tutor, settle, clock, school } = await town();
    const sendAt = new Date(clock.read().getTime() + 3_600_000).toISOString();
    await as.post(`${at}/scheduled`).send({ clientId: v4(), text: 'Too late', sendAt }).expect(200);
    // Without group and role the tutor is nobody to the family.
    await app.database.write((trx) => trx('school_group_tutor').where({ groupId: group.id }).delete());
    const elsewhere = await school.group();
    await school.tutor(elsewhere, tutor);
    await app.database.write((trx) => trx('messages_member').where({ personId: tutor.id }).delete());
    clock.advance({ seconds: 3700 });
    await settle();
    expect((await asGuardian.get(`${at}/changes?since=0`)).body.items).to.deep.equal([]);
    expect(await app.database.reader('messages_scheduled').pluck('isRefused')).to.have.length(1);
  });

  it('who notes calls finds the students with their families, and when each was last reached', async () => {
    const { as, asGuardian, student, guardian, school, clock } = await town();
    await school.student({ familyName: 'Ajeno' });
    const happenedAt = clock.read().toISOString();
    const call = { clientId: v4(), how: 'phone', withId: guardian.id, isContact: true, happenedAt };
    await as.post(`/api/messages/students/${student.id}/calls`).send(call).expect(200);
    clock.advance({ hours: 1 });
    const tried = { ...call, clientId: v4(), isContact: false, happenedAt: clock.read().toISOString() };
    await as.post(`/api/messages/students/${student.id}/calls`).send(tried).expect(200);
    const { body } = await as.get('/api/messages/reachable').expect(200);
    expect(body).to.include({ isAll: true });
    expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal([student.id]);
    expect(body.items[0]).to.include({ lastContactAt: happenedAt });
    expect(body.items[0].family.map(({ id }: { id: string }) => id)).to.deep.equal([guardian.id, student.id]);
    expect((await as.get('/api/messages/reachable?q=nadie').expect(200)).body.items).to.deep.equal([]);
    await asGuardian.get('/api/messages/reachable').expect(403);
  });

  it('whole families are offered to those who are of them, and parents are named with children whom the reader sees', async () => {
    const { as, asGuardian, student, guardian, app, school, signIn } = await town();
    const elsewhere = await school.student({ familyName: 'Ajeno' });
    await app.database.write((trx) =>
      trx('people_guardianship').insert({
        id: app.newId(),
        guardianId: guardian.id,
        studentId: elsewhere.id,
        relation: 'mother',
        mayAct: true,
        fromOn: '2020-09-01',
      }),
    );
    const { body } = await as.get('/api/messages/recipients?q=madre').expect(200);
    expect(body.items[0].of.join()).to.contain('Alumno').and.not.contain('Ajeno');
    const familiesFor = async (by: typeof as, q: string) =>
      (await by.get('/api/messages/recipients').query({ q }).expect(200)).body.families.map(
        ({ id }: { id: string }) => id,
      );
    expect(await familiesFor(as, 'alum')).to.deep.equal([student.id]);
    expect(await familiesFor(asGuardian, '')).to.have.members([student.id, elsewhere.id]);
    expect(await familiesFor(await signIn(student), '')).to.deep.equal([]);
  });

  it('people are found to write to by a part of their name: a guardian finds the staff, a student no other student', async () => {
    const { asGuardian, signIn, student, group, school } = await town();
    const mate = await school.student({ familyName: 'Compañera' });
    await school.member(group, mate);
    const named = async (by: Awaited<ReturnType<typeof signIn>>, q: string) =>
      (await by.get('/api/messages/recipients').query({ q }).expect(200)).body.items.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect(await named(asGuardian, 'tutor')).to.deep.equal(['staff']);
    const asStudent = await signIn(student);
    expect(await named(asStudent, 'tutor')).to.deep.equal(['staff']);
    expect(await named(asStudent, 'compa')).to.deep.equal([]);
    expect(await named(asStudent, '%')).to.include('staff');
  });
});
