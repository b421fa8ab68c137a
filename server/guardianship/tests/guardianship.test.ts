import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';

eachApp('A guardianship', (start) => {
  async function family(test: TestApp) {
    const { school, signIn } = test;
    const student = await school.student({ familyName: 'Orlova' });
    const father = await school.guardian(student, { familyName: 'Orlov' });
    const group = await school.group();
    await school.member(group, student);
    const tutor = await school.staff('tutor');
    await school.tutor(group, tutor);
    const admin = await signIn(await school.staff('admin'));
    const { body } = await admin.get(`/api/students/${student.id}/guardianships`).expect(200);
    const [{ guardianshipId }] = body.guardianships;
    return { student, father, group, tutor, admin, guardianshipId };
  }

  it('limited by a court to reading, or to no contact, takes the right at once and gives it back when it ends', async () => {
    const test = await start();
    const { student, father, admin, guardianshipId, tutor } = await family(test);
    const parent = await test.signIn(father);
    const channels = () =>
      parent
        .put(`/api/people/${student.id}/channels`)
        .set('If-Match', '"1"')
        .send({ items: [{ kind: 'phone', value: '600 11 22 33' }] });
    const limit = (input: object) => admin.post(`/api/guardianships/${guardianshipId}/limits`).send(input).expect(201);
    const order = 'Order 12/2026 of the court';
    const { body: reading } = await limit({ kind: 'reads-only', orderText: order, untilOn: '2026-09-20' });
    await channels().expect(403);
    await parent.get(`/api/people/${student.id}`).expect(200);
    expect((await parent.get(`/api/people/${student.id}`)).text).to.not.include(order);
    const staff = await test.signIn(tutor);
    const { body: seen } = await staff.get(`/api/people/${student.id}`).expect(200);
    expect(seen.guardians[0]).to.deep.include({ maySee: true, mayAct: false, isLimited: true });
    const { body: rights } = await staff.get(`/api/students/${student.id}/guardianships`).expect(200);
    expect(rights.guardianships[0]).to.deep.include({ mayAct: true, holds: true });
    expect(rights.guardianships[0].limits[0]).to.deep.include({ kind: 'reads-only', orderText: order, holds: true });
    await parent.get(`/api/students/${student.id}/guardianships`).expect(403);

    const { body: both } = await limit({ kind: 'no-contact' });
    await parent.get(`/api/people/${student.id}`).expect(403);
    expect((await parent.get('/api/session')).body.roles.map(({ role }: { role: string }) => role)).to.not.include(
      'guardian',
    );
    const noContact = both.guardianships[0].limits.find(({ kind }: { kind: string }) => kind === 'no-contact');
    const { body: lifted } = await admin.delete(`/api/guardianship-limits/${noContact.limitId}`).expect(200);
    expect(lifted.guardianships[0].limits).to.have.length(1);
    await parent.get(`/api/people/${student.id}`).expect(200);
    await channels().expect(403);
    expect(reading.guardianships[0].limits[0].untilOn).to.equal('2026-09-20');
    test.clock.set('2026-09-21T08:00:00Z');
    const later = await test.signIn(father);
    await later.put(`/api/people/${student.id}/channels`).set('If-Match', '"1"').send({ items: [] }).expect(200);
  });

  it('without the right to see gives nothing but a place in the list of staff', async () => {
    const test = await start();
    const { student, admin, tutor } = await family(test);
    const aunt = await test.school.person({ familyName: 'Aunt' });
    const input = { guardianId: aunt.id, studentId: student.id, relation: 'other', maySee: false };
    await admin.post('/api/guardianships').send(input).expect(201);
    await (await test.signIn(aunt)).get(`/api/people/${student.id}`).expect(403);
    const { body } = await (await test.signIn(tutor)).get(`/api/people/${student.id}`).expect(200);
    const relative = body.guardians.find(({ personId }: { personId: string }) => personId === aunt.id);
    expect(relative).to.deep.include({ maySee: false, mayAct: false, isLimited: false });
  });

  it('that is changed keeps how it was, with dates', async () => {
    const test = await start();
    const { student, father, admin } = await family(test);
    const input = { guardianId: father.id, studentId: student.id, relation: 'father', mayAct: false };
    await admin.post('/api/guardianships').send(input).expect(201);
    const { body } = await admin.get(`/api/students/${student.id}/guardianships`).expect(200);
    expect(body.guardianships[0]).to.deep.include({ relation: 'father', mayAct: false, fromOn: '2026-09-07' });
    expect(body.past[0]).to.deep.include({ relation: 'mother', mayAct: true, fromOn: '2020-09-01', name: 'Ana Orlov' });
  });

  it('ends by itself when the student comes of age, both told before and after, unless the student keeps it', async () => {
    const test = await start();
    const { school, signIn, app, clock, settle } = test;
    const { student, father, admin } = await family(test);
    const mother = await school.guardian(student, { familyName: 'Mother' });
    const kinds = async (personId: string): Promise<string[]> => {
      const rows: { kind: string }[] = await app.database
        .reader('notify_notice')
        .where({ personId })
        .orderBy('createdAt')
        .select('kind');
      return rows.map(({ kind }) => kind);
    };
    const { body: person } = await admin.get(`/api/people/${student.id}`).expect(200);
    const { homeSchoolId, grade } = person.student;
    await admin
      .patch(`/api/people/${student.id}`)
      .set('If-Match', '"1"')
      .send({ student: { homeSchoolId, grade, bornOn: '2010-10-01' } })
      .expect(200);
    const browser = await signIn(student);
    const { body: early } = await browser.get('/api/me/guardians').expect(200);
    expect(early).to.deep.include({ adultOn: '2028-10-01', decides: false });
    const keep = (id: string) => browser.put(`/api/me/guardians/${id}/consent`).send({ keeps: true });
    const idOf = (name: string) =>
      early.items.find((one: { name: string }) => one.name.includes(name))?.guardianshipId ?? '';
    await keep(idOf('Mother')).expect(409);

    await admin.patch(`/api/home-schools/${homeSchoolId}`).set('If-Match', '"1"').send({ adultAge: 16 }).expect(200);
    await settle();
    clock.set('2026-09-10T06:00:00Z');
    await settle();
    expect(await kinds(father.id)).to.deep.equal(['guardianship.ends-soon']);
    expect(await kinds(student.id)).to.deep.equal(['guardianship.ends-soon-student', 'guardianship.ends-soon-student']);
    clock.set('2026-09-12T06:00:00Z');
    await settle();
    expect(await kinds(father.id)).to.have.length(1);
    await (await signIn(student))
      .put(`/api/me/guardians/${idOf('Mother')}/consent`)
      .send({ keeps: true })
      .expect(200);

    clock.set('2026-10-01T06:00:00Z');
    await settle();
    expect(await kinds(father.id)).to.deep.equal(['guardianship.ends-soon', 'guardianship.ended']);
    expect(await kinds(mother.id)).to.deep.equal(['guardianship.ends-soon']);
    await (await signIn(father)).get(`/api/people/${student.id}`).expect(403);
    await (await signIn(mother)).get(`/api/people/${student.id}`).expect(200);
    const late = await signIn(await school.staff('admin'));
    const { body: rights } = await late.get(`/api/students/${student.id}/guardianships`).expect(200);
    const held = (id: string) => rights.guardianships.find((one: { guardianId: string }) => one.guardianId === id);
    expect(held(father.id)).to.deep.include({ holds: false, untilOn: '2026-09-30' });
    expect(held(mother.id)).to.deep.include({ holds: true, isKept: true });
  });
});
