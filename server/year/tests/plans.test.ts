import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

/** A fifth and an eleventh grade; the eleventh's only student has a guardian who looks after nobody else, and one who does. */
async function twoGrades({ app, school }: TestApp) {
  const admin = await school.staff('admin');
  const [fifth, last] = [await school.group({ name: '5A', grade: 5 }), await school.group({ name: '11A', grade: 11 })];
  await school.subgroup(fifth, { name: '5A-1' });
  const [anna, vera] = [await school.student({ grade: 5 }), await school.student({ grade: 11 })];
  await school.member(fifth, anna);
  await school.member(last, vera);
  const [guardian, mother] = [await school.guardian(vera), await school.guardian(anna)];
  const also = { guardianId: mother.id, studentId: vera.id, relation: 'mother', mayAct: true, fromOn: '2020-09-01' };
  await app.database.write((trx) => trx('people_guardianship').insert({ ...also, id: app.newId() }));
  return { admin, fifth, anna, vera, guardian, mother };
}

const choices = { beginsOn: '2026-09-10' };

const previewOf = async (admin: TestAgent, input: object) =>
  (await admin.post('/api/school/year-previews').send(input).expect(200)).body;

/** Asks for a plan of these choices as they look now. */
async function plan(admin: TestAgent, input: object = choices) {
  const { fingerprint } = await previewOf(admin, input);
  return admin.post('/api/school/year-plans').send({ ...input, fingerprint });
}

async function namesOf({ app }: TestApp, table: 'school_group' | 'school_subgroup' = 'school_group') {
  const rows: { name: string }[] = await app.database.reader(table).select('name');
  return rows.map(({ name }) => name).toSorted();
}

/** Schedules know their time from the first time on that they are seen, and hand on to jobs. */
async function waitUntil(test: TestApp, instant: string): Promise<void> {
  await test.settle();
  test.clock.set(instant);
  await test.settle();
  await test.settle();
}

const firstPlan = async (admin: TestAgent) => (await admin.get('/api/school/year-plans').expect(200)).body.items[0];

eachApp('A planned change of year', (start) => {
  it('happens when its day begins by the clocks of most groups, not before, once, and can be undone', async () => {
    const test = await start();
    const { admin: person } = await twoGrades(test);
    const admin = await test.signIn(person);
    const planned = await plan(admin);
    expect(planned.status, planned.text).to.equal(201);
    expect(planned.body.items[0]).to.deep.include({
      ...{ state: 'planned', zone: 'Europe/Madrid', startsAt: '2026-09-09T22:00:00.000Z', hasChanged: false },
      may: { callOff: true },
    });
    await waitUntil(test, '2026-09-09T21:59:00Z');
    expect(await namesOf(test)).to.deep.equal(['11A', '5A']);
    await waitUntil(test, '2026-09-09T22:00:30Z');
    expect(await namesOf(test)).to.deep.equal(['11A', '6A']);
    expect(await namesOf(test, 'school_subgroup')).to.deep.equal(['6A-1']);
    const again = await test.signIn(person);
    expect((await firstPlan(again)).state).to.equal('done');
    expect((await again.get('/api/notices')).body.items[0].kind).to.equal('year.begun');
    const { body } = await again.get('/api/school/year-changes').expect(200);
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.deep.include({ beginsOn: '2026-09-10', may: { undo: true } });
    await again.post(`/api/school/year-changes/${body.items[0].id}/undo`).expect(200);
    expect(await namesOf(test)).to.deep.equal(['11A', '5A']);
    expect(await namesOf(test, 'school_subgroup')).to.deep.equal(['5A-1']);
  });

  it('takes the school as it is on its day, and says beforehand that something has changed', async () => {
    const test = await start();
    const { admin: person, fifth } = await twoGrades(test);
    const admin = await test.signIn(person);
    await plan(admin);
    const late = await test.school.student({ grade: 5 });
    await test.school.member(fifth, late);
    expect(await firstPlan(admin)).to.deep.include({ hasChanged: true });
    expect((await firstPlan(admin)).counts.students).to.equal(2);
    await waitUntil(test, '2026-09-09T22:01:00Z');
    const row: { grade: number } | undefined = await test.app.database
      .reader('people_student')
      .where({ personId: late.id })
      .first('grade');
    expect(row?.grade).to.equal(6);
  });

  it('that is called off does not happen; one waits at a time, and not for today', async () => {
    const test = await start();
    const { admin: person } = await twoGrades(test);
    const admin = await test.signIn(person);
    const coordinator = await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id });
    await (await test.signIn(coordinator)).get('/api/school/year-plans').expect(403);
    const tooLate = await plan(admin, { beginsOn: '2026-09-07' });
    expect([tooLate.status, tooLate.body.type]).to.deep.equal([422, '/problems/year/day-has-come']);
    const { body } = await plan(admin);
    const second = await plan(admin, { beginsOn: '2026-09-11' });
    expect([second.status, second.body.type]).to.deep.equal([409, '/problems/year/planned-already']);
    const callOff = () => admin.post(`/api/school/year-plans/${body.items[0].id}/call-off`);
    expect((await callOff().expect(200)).body.items[0].state).to.equal('called-off');
    await callOff().expect(409);
    await waitUntil(test, '2026-09-11T00:00:00Z');
    expect(await namesOf(test)).to.deep.equal(['11A', '5A']);
  });

  it('made twice at once is made once', async () => {
    const test = await start();
    const { admin: person } = await twoGrades(test);
    const admin = await test.signIn(person);
    const replies = await Promise.all([plan(admin), plan(admin)]);
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([201, 409]);
  });

  it('that cannot be carried out changes nothing and says so', async () => {
    const test = await start();
    const { admin: person, fifth } = await twoGrades(test);
    const admin = await test.signIn(person);
    const newcomer = await test.school.student({ grade: 6 });
    await plan(admin, { ...choices, arrivals: [{ personId: newcomer.id, groupId: fifth.id }] });
    await test.school.member(fifth, newcomer);
    await waitUntil(test, '2026-09-09T22:01:00Z');
    expect(await namesOf(test)).to.deep.equal(['11A', '5A']);
    const again = await test.signIn(person);
    expect(await firstPlan(again)).to.deep.include({ state: 'failed', failure: 'school/already-member' });
    expect((await again.get('/api/notices')).body.items[0].kind).to.equal('year.failed');
  });
});

eachApp('Accounts of leavers', (start) => {
  it('stay readable as long as the school says, then close with their guardians’; an undo opens them again', async () => {
    const test = await start();
    const { admin: person, anna, vera, guardian, mother } = await twoGrades(test);
    const admin = await test.signIn(person);
    for (const one of [anna, vera, guardian, mother]) await test.signIn(one);
    await admin.put('/api/school/leavers-policy').set('If-Match', '"0"').send({ closeAfterDays: 30 }).expect(200);
    await admin.put('/api/school/leavers-policy').set('If-Match', '"0"').send({ closeAfterDays: 60 }).expect(412);
    const begun = { beginsOn: '2026-09-08' };
    const { fingerprint } = await previewOf(admin, begun);
    const { body } = await admin
      .post('/api/school/year-changes')
      .send({ ...begun, fingerprint })
      .expect(201);
    const closed = async (): Promise<string[]> => {
      const rows: { personId: string }[] = await test.app.database
        .reader('auth_account')
        .where({ isDisabled: true })
        .select('personId');
      return rows.map(({ personId }) => personId).toSorted();
    };
    await waitUntil(test, '2026-09-25T12:00:00Z');
    expect(await closed()).to.deep.equal([]);
    expect((await (await test.signIn(vera)).get('/api/notices')).body.items[0].kind).to.equal('year.account-closes');
    await waitUntil(test, '2026-10-09T12:00:00Z');
    expect(await closed()).to.deep.equal([vera.id, guardian.id].toSorted());

    const again = await test.signIn(person);
    await again.post(`/api/school/year-changes/${body.items[0].id}/undo`).expect(200);
    await test.settle();
    expect(await closed()).to.deep.equal([]);
  });
});
