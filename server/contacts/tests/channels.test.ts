import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { contactsApi } from '../api.ts';

const phone = { kind: 'phone', value: '8 (916) 123-45-67' };
const mail = { kind: 'email', value: 'ana@home.example', purpose: 'papers' };
const telegram = {
  kind: 'messenger',
  service: 'telegram',
  value: '@ana',
  purpose: 'urgent',
  bestHours: { from: '18:00', to: '20:30' },
  note: 'Not on Sundays',
};

eachApp('Ways to reach a person', (start) => {
  /** A student with a guardian in a group with a tutor and a teacher; nothing is shared with other groups. */
  async function family(test: TestApp) {
    const { school } = test;
    const home = await school.homeSchool({ zone: 'Europe/Moscow' });
    const student = await school.student({ homeSchoolId: home.id, zone: 'Europe/Moscow' });
    const guardian = await school.guardian(student, { zone: 'Europe/Moscow', email: 'old@home.example' });
    const group = await school.group();
    await school.member(group, student);
    const tutor = await school.staff('tutor');
    await school.tutor(group, tutor);
    const { teacherId = '' } = await school.course(group);
    return { home, student, guardian, group, tutor, teacher: { id: teacherId ?? '' } };
  }

  const put = (browser: Awaited<ReturnType<TestApp['signIn']>>, id: string, items: object[], revision = 1) =>
    browser.put(`/api/people/${id}/channels`).set('If-Match', `"${revision}"`).send({ items });

  it('are changed by the person in the order that they want, and stand in the own record', async () => {
    const test = await start();
    const { guardian, tutor } = await family(test);
    const browser = await test.signIn(guardian);
    const { body: before } = await browser.get(`/api/people/${guardian.id}/channels`).expect(200);
    expect(before.items).to.have.length(1);
    expect(before).to.deep.include({ may: { edit: true, mark: true }, isStaff: false });
    const { body } = await put(browser, guardian.id, [telegram, mail, phone]).expect(200);
    expect(body.items.map(({ value }: { value: string }) => value)).to.deep.equal([
      '@ana',
      'ana@home.example',
      '8 (916) 123-45-67',
    ]);
    expect(body.items[0]).to.deep.include({ ...telegram, dials: null, wrong: null });
    expect(body.items[2].dials).to.equal('+79161234567');
    await put(browser, guardian.id, [mail]).expect(412);
    const seen = await (await test.signIn(tutor)).get(`/api/people/${guardian.id}`).expect(200);
    expect(seen.body.contact).to.deep.equal({ email: 'ana@home.example', phone: '8 (916) 123-45-67' });
    const acts = await test.app.database.reader('audit_entry').where({ aboutPersonId: guardian.id }).select('act');
    expect(acts).to.deep.equal([{ act: 'contacts.changed' }]);
  });

  it('of a child are changed by a guardian who may act, by the tutor, and by nobody who only reads', async () => {
    const test = await start();
    const { student, guardian, tutor, teacher } = await family(test);
    const reader = await test.school.guardian(student, { mayAct: false });
    await put(await test.signIn(guardian), student.id, [phone]).expect(200);
    await put(await test.signIn(tutor), student.id, [phone, mail], 2).expect(200);
    await put(await test.signIn(reader), student.id, [mail], 3).expect(403);
    const { body } = await (await test.signIn(reader)).get(`/api/people/${student.id}/channels`).expect(200);
    expect(body.may).to.deep.equal({ edit: false, mark: false });
    await put(await test.signIn(teacher), student.id, [mail], 3).expect(403);
    await (await test.signIn(teacher)).get(`/api/people/${student.id}/channels`).expect(403);
    const stranger = await test.school.student();
    await put(await test.signIn(guardian), stranger.id, [mail]).expect(404);
    await put(await test.signIn(teacher), teacher.id, [{ ...phone, isPublic: true }]).expect(200);
  });

  it('of a parent who works here too are kept by the tutor, but for the e-mail that new passwords go to', async () => {
    const test = await start();
    const { guardian, tutor, group } = await family(test);
    await test.school.course(group, { teacherId: guardian.id });
    const old = { kind: 'email', value: 'old@home.example' };
    const browser = await test.signIn(tutor);
    const { body } = await put(browser, guardian.id, [mail, phone]).expect(403);
    expect(body.type).to.equal('/problems/people/way-in-not-yours');
    await put(browser, guardian.id, [phone]).expect(403);
    await put(browser, guardian.id, [old, phone]).expect(200);
    await put(await test.signIn(guardian), guardian.id, [mail, phone], 2).expect(200);
  });

  it('are changed by whoever finds a device open, but for the e-mail, for which the password is asked', async () => {
    const test = await start();
    const { guardian } = await family(test);
    const browser = await test.signIn(guardian);
    test.clock.advance({ hours: 1 });
    const old = { kind: 'email', value: 'old@home.example' };
    const { body } = await put(browser, guardian.id, [mail, phone]).expect(403);
    expect(body.type).to.equal('/problems/http/step-up-needed');
    await put(browser, guardian.id, [old, phone]).expect(200);
    await put(await test.signIn(guardian), guardian.id, [mail, phone], 2).expect(200);
  });

  it('are refused with everything that does not fit at once', async () => {
    const test = await start();
    const { guardian } = await family(test);
    const { body } = await put(await test.signIn(guardian), guardian.id, [
      { kind: 'email', value: 'no address' },
      { kind: 'phone', value: '12' },
      { kind: 'messenger', value: '@ana' },
      { ...mail, bestHours: { from: '25:00', to: '26:00' } },
    ]).expect(400);
    const paths = body.issues.map((issue: { path: string[] }) => issue.path.join('.'));
    expect(paths).to.include.members([
      'items.0.value',
      'items.1.value',
      'items.2.service',
      'items.3.bestHours.from',
      'items.3.bestHours.to',
    ]);
    await put(await test.signIn(guardian), guardian.id, [mail, { ...mail, value: 'ANA@home.example' }]).expect(400);
  });

  it('that do not work are marked with a note, and another one takes their place in the record', async () => {
    const test = await start();
    const { guardian, tutor } = await family(test);
    await put(await test.signIn(guardian), guardian.id, [mail, { kind: 'email', value: 'second@home.example' }]).expect(
      200,
    );
    const browser = await test.signIn(tutor);
    const mark = (more: object) =>
      browser
        .post(`/api/people/${guardian.id}/channels/mark`)
        .send({ kind: 'email', value: mail.value, isWrong: true, ...more });
    const { body } = await mark({ note: 'A stranger answered' }).expect(200);
    expect(body.items[0].wrong).to.deep.include({ fault: 'wrong', note: 'A stranger answered' });
    expect((await browser.get(`/api/people/${guardian.id}`)).body.contact.email).to.equal('second@home.example');
    await mark({ value: 'unknown@home.example' }).expect(422);
    const { body: mended } = await mark({ isWrong: false }).expect(200);
    expect(mended.items[0].wrong).to.equal(null);
    expect((await browser.get(`/api/people/${guardian.id}`)).body.contact.email).to.equal(mail.value);
    const student = await test.school.student();
    await (await test.signIn(student))
      .post(`/api/people/${guardian.id}/channels/mark`)
      .send({ kind: 'email', value: mail.value, isWrong: true })
      .expect(404);
  });

  it('are marked by other modules when mail comes back', async () => {
    const test = await start();
    const { guardian } = await family(test);
    const failed = { kind: 'email', service: null, value: 'OLD@home.example', fault: 'bounced', note: null } as const;
    const { app } = test;
    await app.scopes.inWrite(system, (scope) => app.api(contactsApi).markChannelWrong(scope, [guardian.id], failed));
    const { body } = await (await test.signIn(guardian)).get(`/api/people/${guardian.id}/channels`).expect(200);
    expect(body.items).to.have.length(1);
    expect(body.items[0].wrong.fault).to.equal('bounced');
  });
});
