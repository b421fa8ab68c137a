import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { accountOf } from '../../../tests/harness/testAgent.ts';

async function classroom(test: TestApp) {
  const { school, signIn } = test;
  const group = await school.group();
  const student = await school.student({ email: 'petya@tests.example' });
  const guardian = await school.guardian(student);
  await school.member(group, student);
  const tutor = await school.staff('tutor');
  await school.tutor(group, tutor);
  return { ...test, group, student, guardian, staff: await signIn(tutor) };
}

eachApp('Codes', (start) => {
  it('come as one sheet of cards in PDF, drawn by a job, only to the one who asked and may give them, for a day', async () => {
    const { app, clock, staff, settle, student, guardian, group, school, signIn } = await classroom(await start());
    const people = [student, guardian].map(({ id }) => ({ personId: id, purpose: 'invitation' }));
    const { items } = (await staff.post('/api/codes').send({ people }).expect(201)).body;
    const codeIds = items.map(({ id }: { id: string }) => id);
    const sheet = { codeIds, heading: '7А' };
    const second = await school.staff('tutor');
    await school.tutor(group, second);
    const colleague = await signIn(second);
    const { body: begun } = await staff.post('/api/codes/sheets').send(sheet).expect(202);
    expect(begun).to.deep.include({ cards: 2, isReady: false });
    await staff.get(`/api/codes/sheets/${begun.id}/file`).expect(409);
    await settle();
    const { body: job } = await staff.get(`/api/jobs/${begun.jobId}`).expect(200);
    expect(job).to.deep.include({ state: 'done', progress: { done: 2, total: 2 } });
    const { body, headers } = await staff.get(`/api/codes/sheets/${begun.id}/file`).buffer().expect(200);
    expect(headers['content-type']).to.include('application/pdf');
    expect(headers['cache-control']).to.include('no-store');
    expect(Buffer.from(body).subarray(0, 5).toString()).to.equal('%PDF-');
    await colleague.get(`/api/codes/sheets/${begun.id}`).expect(404);
    await colleague.get(`/api/codes/sheets/${begun.id}/file`).expect(404);
    const [row] = await app.database.reader('auth_sheet').select('id', 'contentSealed');
    expect(Buffer.from(row.contentSealed, 'base64').includes('%PDF-')).to.equal(false);
    const stranger = await signIn(await school.staff('tutor'));
    await stranger.post('/api/codes/sheets').send(sheet).expect(404);
    clock.advance({ hours: 25 });
    await staff.get(`/api/codes/sheets/${row.id}/file`).expect(404);
    await settle();
    expect(await app.database.reader('auth_sheet').select('id')).to.deep.equal([]);
    for (const id of codeIds) await staff.delete(`/api/codes/${id}`).expect(200);
    await staff.post('/api/codes/sheets').send(sheet).expect(404);
  });

  it('go by mail to those who have an address; the mail that waits does not hold the code', async () => {
    const { app, staff, student, guardian } = await classroom(await start());
    const { body } = await staff
      .post('/api/codes/mails')
      .send({ personIds: [student.id, guardian.id] })
      .expect(201);
    expect(body.sent).to.equal(1);
    expect(body.withoutEmail).to.have.length(1);
    const [mail] = await app.database.reader('mail_message').where({ kind: 'auth.invitation' }).select('*');
    const [code] = await app.database.reader('auth_code').select('id', 'isMailed');
    expect(code.isMailed).to.equal(true);
    expect(mail.dataJson).to.deep.equal({ codeId: code.id });
  });

  it('for a forgotten password go by mail, and the answer tells nobody who has an account', async () => {
    const { app, student, visitor } = await classroom(await start());
    const { login } = await accountOf(app, student.id);
    const known = await visitor().post('/api/codes/forgotten').send({ login }).expect(200);
    const unknown = await visitor().post('/api/codes/forgotten').send({ login: 'nobody@tests.example' }).expect(200);
    expect(known.body).to.deep.equal(unknown.body);
    expect(known.headers['set-cookie']).to.equal(undefined);
    const mails = await app.database.reader('mail_message').where({ kind: 'auth.reset' }).select('personId');
    expect(mails).to.deep.equal([{ personId: student.id }]);
  });
});

eachApp('The pages of a role', (start) => {
  it('are shown to an administrator without a single person of the school, and nothing is changed there', async () => {
    const { school, signIn } = await classroom(await start());
    const admin = await signIn(await school.staff('admin', { familyName: 'Onlyself' }));
    const view = (await admin.post('/api/session/view').send({ role: 'tutor' }).expect(200)).body;
    expect(view).to.include({ viewAs: 'tutor' });
    expect(view.roles).to.have.length(1);
    for (const path of ['/people', '/groups', '/notices', '/home-schools', '/me/sessions']) {
      const { text } = await admin.get(`/api${path}`).expect(200);
      expect(text, path).not.to.match(/Person|Group \d|School \d/);
    }
    const { body } = await admin.patch('/api/me').send({ language: 'ru' }).expect(403);
    expect(body.type).to.equal('/problems/http/view-only');
    await admin.post('/api/people').send({}).expect(403);
    await admin.post('/api/session/view').send({ role: 'admin' }).expect(403);
    expect((await admin.delete('/api/session/view').expect(200)).body.viewAs).to.equal(null);
    expect((await admin.get('/api/people').expect(200)).text).to.include('Person');
  });

  it('are for administrators', async () => {
    const { staff } = await classroom(await start());
    await staff.post('/api/session/view').send({ role: 'student' }).expect(403);
  });
});
