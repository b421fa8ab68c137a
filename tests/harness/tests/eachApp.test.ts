import { expect } from 'chai';
import { eachApp } from '../eachApp.ts';

eachApp('An app of the harness', (start) => {
  it('answers a visitor', async () => {
    const { visitor } = await start();
    await visitor().get('/api/health').expect(200);
  });

  it('signs people in with the roles that their facts give', async () => {
    const { school, signIn } = await start();
    const student = await school.student();
    const guardian = await school.guardian(student, { givenName: 'Olga' });
    const browser = await signIn(guardian);
    const { body } = await browser.get('/api/session').expect(200);
    expect(body.person).to.include({ id: guardian.id, givenName: 'Olga' });
    expect(body.roles).to.deep.include({ role: 'guardian', scopeKind: 'child', scopeId: student.id });
  });

  it('keeps the sessions of several people apart', async () => {
    const { school, signIn, visitor } = await start();
    const [admin, teacher] = [await school.staff('admin'), await school.staff('teacher')];
    const [one, other] = [await signIn(admin), await signIn(teacher)];
    const personOf = async (browser: typeof one) => (await browser.get('/api/session').expect(200)).body.person?.id;
    expect(await personOf(one)).to.equal(admin.id);
    expect(await personOf(other)).to.equal(teacher.id);
    expect(await personOf(visitor())).to.equal(undefined);
  });

  it('makes a school that the database accepts', async () => {
    const { school, app } = await start();
    const group = await school.group();
    const student = await school.student();
    await school.member(group, student);
    const part = await school.subgroup(group);
    await school.subgroupMember(part, student);
    await school.tutor(group, await school.staff('tutor'));
    await school.course(group, { subgroupId: part.id });
    await school.term();
    await school.grid(group);
    expect(await app.database.reader('school_course').select('groupId')).to.deep.equal([{ groupId: group.id }]);
  });

  it('lets a test set the time', async () => {
    const { app, clock } = await start({ at: '2026-10-25T00:30:00Z' });
    clock.advance({ hours: 1 });
    expect(app.clock()).to.deep.equal(new Date('2026-10-25T01:30:00Z'));
  });
});
