import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { accountOf, type TestAgent } from '../../../tests/harness/testAgent.ts';

type One = { readonly id: string };
type Purpose = 'invitation' | 'family' | 'reset';

const password = 'three words together';

/** A tutor with a group, a student in it and the student's parent; nobody of the family has an account. */
async function classroom(test: TestApp) {
  const { school, signIn } = test;
  const group = await school.group();
  const student = await school.student({ givenName: 'Пётр', familyName: 'Иванов' });
  const guardian = await school.guardian(student, { givenName: 'Olga', familyName: 'Ivanova' });
  await school.member(group, student);
  const tutor = await school.staff('tutor');
  await school.tutor(group, tutor);
  return { ...test, group, student, guardian, tutor, staff: await signIn(tutor) };
}

const give = (staff: TestAgent, person: One, purpose: Purpose = 'invitation') =>
  staff.post('/api/codes').send({ people: [{ personId: person.id, purpose }] });

async function codeFor(staff: TestAgent, person: One, purpose?: Purpose): Promise<string> {
  return (await give(staff, person, purpose).expect(201)).body.items[0].code;
}

const accept = (browser: TestAgent, code: string, login = 'petya') =>
  browser.post('/api/codes/accept').send({ code, login, password });

const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('/problems/auth/', '');

eachApp('An invitation', (start) => {
  it('lets a student in without any e-mail, with a login of their own', async () => {
    const { staff, student, visitor, app } = await classroom(await start());
    const { body } = await give(staff, student).expect(201);
    const { code, address } = body.items[0];
    expect(code).to.match(/^[2-9A-HJ-KM-NP-Z]{4}-[2-9A-HJ-KM-NP-Z]{4}-[2-9A-HJ-KM-NP-Z]{4}$/);
    expect(address).to.equal(`${app.config.publicUrl}/welcome#${code}`);

    const browser = visitor();
    const seen = (await browser.post('/api/codes/lookup').send({ code }).expect(200)).body;
    expect(seen).to.include({ purpose: 'invitation', suggestedLogin: 'petr.ivanov', login: null });
    const view = (await accept(browser, code, seen.suggestedLogin).expect(200)).body;
    expect(view.person.id).to.equal(student.id);
    expect(view.roles.map(({ role }: { role: string }) => role)).to.deep.equal(['student']);
    await visitor().post('/api/session').send({ login: 'PETR.IVANOV', password }).expect(200);
  });

  it('is read as people type it', async () => {
    const { staff, student, visitor } = await classroom(await start());
    const code = await codeFor(staff, student);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `.replaceAll('k', 'к').replaceAll('a', 'а');
    // As it is copied from a mail, where it does not break at its hyphens.
    const copied = code.replaceAll('-', '\u2011');
    await visitor().post('/api/codes/lookup').send({ code: copied }).expect(200);
    await accept(visitor(), typed).expect(200);
  });

  it('is used once; of two who accept it at the same moment one wins', async () => {
    const { staff, student, visitor, app } = await classroom(await start());
    const code = await codeFor(staff, student);
    const tries = ['petya', 'kolya', 'vasya', 'misha'].map((login) => accept(visitor(), code, login));
    const replies = await Promise.all(tries);
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([200, 409, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409)) expect(typeOf(reply)).to.equal('code-used');
    expect(await app.database.reader('auth_account').where({ personId: student.id }).select('id')).to.have.length(1);
  });

  it('of two that want the same login at once gives it to one, and the other keeps the code', async () => {
    const { staff, student, guardian, visitor } = await classroom(await start());
    const codes = [await codeFor(staff, student), await codeFor(staff, guardian)];
    const replies = await Promise.all(codes.map((code) => accept(visitor(), code, 'family')));
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([200, 409]);
    const loser = replies.findIndex(({ status }) => status === 409);
    expect(typeOf(replies[loser] ?? { body: {} })).to.equal('login-taken');
    await accept(visitor(), codes[loser] ?? '', 'another').expect(200);
  });

  it('says of a code that is over why, and what to do', async () => {
    const { staff, student, guardian, visitor, clock } = await classroom(await start());
    const look = (code: string) => visitor().post('/api/codes/lookup').send({ code });
    expect(typeOf(await look('2222-2222-2222').expect(404))).to.equal('code-unknown');
    expect(typeOf(await look('not a code at all').expect(404))).to.equal('code-unknown');

    const first = await codeFor(staff, student);
    const second = await codeFor(staff, student);
    expect(typeOf(await look(first).expect(409)), 'a newer one was made').to.equal('code-revoked');
    const { body } = await look(second).expect(200);
    expect(body.purpose).to.equal('invitation');
    await accept(visitor(), second).expect(200);
    const used = await look(second).expect(409);
    expect(typeOf(used)).to.equal('code-used');
    expect(used.body.detail).to.include('sign in');

    const late = await codeFor(staff, guardian);
    clock.advance({ days: 30 });
    expect(typeOf(await look(late).expect(409))).to.equal('code-expired');
    expect(typeOf(await accept(visitor(), late).expect(409))).to.equal('code-expired');
  });

  it('is revoked by hand', async () => {
    const { staff, student, visitor } = await classroom(await start());
    const { id, code } = (await give(staff, student).expect(201)).body.items[0];
    await staff.delete(`/api/codes/${id}`).expect(200);
    expect(typeOf(await accept(visitor(), code).expect(409))).to.equal('code-revoked');
  });

  it('is stored so that nobody can read it, and is kept with no reply', async () => {
    const { staff, student, app } = await classroom(await start());
    const { body } = await give(staff, student).set('Idempotency-Key', 'print-the-cards').expect(201);
    const code: string = body.items[0].code;
    for (const table of ['auth_code', 'http_idempotency', 'audit_entry', 'events_event'])
      expect(JSON.stringify(await app.database.reader(table).select('*'))).not.to.match(
        new RegExp(`${code}|${code.replaceAll('-', '')}`),
      );
  });

  it('is not guessed: after 150 wrong codes an address waits, and a right one is not counted', async () => {
    const { staff, student, visitor, app } = await classroom(await start());
    const code = await codeFor(staff, student);
    const look = (typed: string) => visitor().post('/api/codes/lookup').send({ code: typed });
    await look(code).expect(200);
    const [row] = await app.database.reader('auth_attempt').where('failures', '>', 0).select('key', 'failures');
    expect(row, 'a right code').to.equal(undefined);
    await look('2222-2222-2222').expect(404);
    await app.database.write((trx) => trx('auth_attempt').where('failures', 1).update({ failures: 150 }));
    await look(code).expect(429);
  });

  it('makes nothing more of a person than it is for', async () => {
    const { staff, student, visitor } = await classroom(await start());
    const code = await codeFor(staff, student);
    const more = { personId: staff, role: 'admin', roles: ['admin'], isDisabled: false };
    for (const [key, value] of Object.entries(more))
      await visitor()
        .post('/api/codes/accept')
        .send({ code, login: 'petya', password, [key]: JSON.stringify(value) })
        .expect(400);
    const polluted = `{"code":"${code}","login":"petya","password":"${password}","__proto__":{"isAdmin":true}}`;
    await visitor().post('/api/codes/accept').type('application/json').send(polluted);
    expect(Reflect.get({}, 'isAdmin')).to.equal(undefined);
  });

  it('takes no password that is guessed first, and is not used up by it', async () => {
    const { staff, student, visitor } = await classroom(await start());
    const code = await codeFor(staff, student);
    for (const weak of ['111111111111', 'qwertyuiop12', 'petya petya 1'])
      await visitor().post('/api/codes/accept').send({ code, login: 'petya', password: weak }).expect(422);
    await visitor().post('/api/codes/accept').send({ code, login: 'petya', password: 'short' }).expect(400);
    await accept(visitor(), code).expect(200);
  });
});

eachApp('A family', (start) => {
  it('gets a second child into the parent’s account by a second code', async () => {
    const { staff, student, guardian, visitor, school, group, app } = await classroom(await start());
    const parent = visitor();
    await accept(parent, await codeFor(staff, guardian), 'olga').expect(200);

    const sister = await school.student({ givenName: 'Anna' });
    await school.member(group, sister);
    const code = await codeFor(staff, sister, 'family');
    expect((await parent.post('/api/codes/lookup').send({ code })).body).to.deep.include({
      children: ['Anna'],
      may: { join: true },
    });
    const { body } = await parent.post('/api/codes/join').send({ code, relation: 'mother' }).expect(200);
    expect(body.children).to.have.length(1);
    const { roles } = (await parent.get('/api/session')).body;
    const children = roles.filter((one: { scopeKind: string }) => one.scopeKind === 'child');
    expect(children.map((one: { scopeId: string }) => one.scopeId)).to.have.members([student.id, sister.id]);
    expect(typeOf(await parent.post('/api/codes/join').send({ code }).expect(409))).to.equal('code-used');
    expect(await app.database.reader('auth_account').select('id')).to.have.length(2);
  });

  it('joins the second record of the same parent, which another school brought', async () => {
    const { staff, guardian, visitor, school, group, app } = await classroom(await start());
    const parent = visitor();
    await accept(parent, await codeFor(staff, guardian), 'olga').expect(200);
    const sister = await school.student({ givenName: 'Anna' });
    await school.member(group, sister);
    const twice = await school.guardian(sister, { givenName: 'olga', familyName: 'IVANOVA' });
    const code = await codeFor(staff, twice);
    const { body } = await parent.post('/api/codes/join').send({ code }).expect(200);
    expect(body.children.map(({ id }: One) => id)).to.deep.equal([sister.id]);
    const record = await app.database.reader('people_person').where({ id: twice.id }).first('isActive');
    expect(record).to.deep.equal({ isActive: false });
    const own = await codeFor(staff, sister, 'family');
    const again = await parent.post('/api/codes/join').send({ code: own }).expect(409);
    expect(typeOf(again)).to.equal('already-your-child');
    await visitor().post('/api/codes/lookup').send({ code: own }).expect(200);
  });

  it('of a student who has no parent on record comes in by a family code', async () => {
    const { staff, visitor, school, group } = await classroom(await start());
    const child = await school.student();
    await school.member(group, child);
    const code = await codeFor(staff, child, 'family');
    const browser = visitor();
    expect(typeOf(await accept(browser, code, 'papa').expect(422))).to.equal('family-missing');
    const family = { givenName: 'Iván', familyName: 'Ruiz', relation: 'father', language: 'es' };
    const { body } = await browser
      .post('/api/codes/accept')
      .send({ code, login: 'papa', password, family })
      .expect(200);
    expect(body.person).to.include({ givenName: 'Iván', language: 'es' });
    expect(body.roles).to.deep.include({ role: 'guardian', scopeKind: 'child', scopeId: child.id });
  });

  it('of four open codes gets no fifth', async () => {
    const { staff, student } = await classroom(await start());
    for (let nth = 0; nth < 4; nth++) await give(staff, student, 'family').expect(201);
    expect(typeOf(await give(staff, student, 'family').expect(409))).to.equal('enough-family-codes');
  });

  it('is nothing that a student joins', async () => {
    const { staff, student, signIn, school, group } = await classroom(await start());
    const other = await school.student();
    await school.member(group, other);
    const code = await codeFor(staff, other, 'family');
    const browser = await signIn(student);
    expect(typeOf(await browser.post('/api/codes/join').send({ code }).expect(409))).to.equal('cannot-join');
  });
});

eachApp('A code for a new password', (start) => {
  it('lets whoever forgot theirs in again, and ends everything that was open', async () => {
    const { app, staff, student, signIn, visitor } = await classroom(await start());
    const old = await signIn(student);
    const { login } = await accountOf(app, student.id);
    const code = await codeFor(staff, student, 'reset');
    const browser = visitor();
    expect((await browser.post('/api/codes/lookup').send({ code })).body).to.include({ purpose: 'reset', login });
    await browser.post('/api/codes/reset').send({ code, password: 'a new one of mine' }).expect(200);
    await browser.get('/api/me/account').expect(200);
    await old.get('/api/me/account').expect(401);
    await visitor().post('/api/session').send({ login, password: 'a new one of mine' }).expect(200);
    expect(typeOf(await browser.post('/api/codes/reset').send({ code, password }).expect(409))).to.equal('code-used');
  });

  it('is no invitation, and an invitation is none', async () => {
    const { staff, student, guardian, signIn, visitor } = await classroom(await start());
    expect(typeOf(await give(staff, student, 'reset').expect(409))).to.equal('no-account');
    await signIn(student);
    expect(typeOf(await give(staff, student).expect(409))).to.equal('has-account');
    const reset = await codeFor(staff, student, 'reset');
    expect(typeOf(await accept(visitor(), reset).expect(409))).to.equal('code-of-other-kind');
    const invitation = await codeFor(staff, guardian);
    await visitor().post('/api/codes/reset').send({ code: invitation, password }).expect(409);
  });

  it('does not open an account that is locked', async () => {
    const { school, student, staff, signIn, visitor } = await classroom(await start());
    const admin = await signIn(await school.staff('admin'));
    const browser = await signIn(student);
    const code = await codeFor(staff, student, 'reset');
    await admin.put(`/api/people/${student.id}/account/lock`).send({ isLocked: true }).expect(200);
    await browser.get('/api/me/account').expect(401);
    await visitor().post('/api/codes/reset').send({ code, password }).expect(409);
    await admin.put(`/api/people/${student.id}/account/lock`).send({ isLocked: false }).expect(200);
  });
});

eachApp('Whoever lets people in', (start) => {
  it('reaches own groups only, and nobody of the staff but by an administrator', async () => {
    const { staff, tutor, school, signIn } = await classroom(await start());
    const stranger = await school.student();
    await give(staff, stranger).expect(404);
    const colleague = await school.staff('teacher');
    await give(staff, colleague).expect(403);
    await signIn(tutor);
    await give(staff, tutor, 'reset').expect(403);

    const admin = await school.staff('admin');
    const coordinator = await signIn(await school.staff('coordinator'));
    expect(typeOf(await give(coordinator, admin).expect(403))).to.equal('not-for-you');
    await give(coordinator, colleague).expect(201);
    await give(await signIn(admin), await school.staff('coordinator')).expect(201);
  });

  it('gives none to a parent of the group who is an administrator as well', async () => {
    const { staff, guardian, app } = await classroom(await start());
    const role = {
      id: app.newId(),
      personId: guardian.id,
      role: 'admin',
      scopeKind: 'everything',
      grantedAt: app.clock(),
    };
    await app.database.write((trx) => trx('people_role').insert(role));
    expect(typeOf(await give(staff, guardian).expect(403))).to.equal('not-for-you');
  });

  it('gets all codes of a group or none, and sees who has an account', async () => {
    const { staff, group, student, guardian, school, signIn } = await classroom(await start());
    await signIn(student);
    const both = [student, guardian].map(({ id }) => ({ personId: id, purpose: 'invitation' }));
    await staff.post('/api/codes').send({ people: both }).expect(409);
    const list = async () => (await staff.get(`/api/groups/${group.id}/accounts`).expect(200)).body.items;
    expect(
      (await list()).map(({ kind, state, codes }: never) => [kind, state, (codes as unknown[]).length]),
    ).to.deep.equal([
      ['student', 'open', 0],
      ['guardian', 'none', 0],
    ]);
    await give(staff, guardian).expect(201);
    const [, parent] = await list();
    expect(parent).to.deep.include({ state: 'none', children: ['Пётр'], may: { letIn: true, lock: false } });
    expect(parent.codes[0]).to.include({ purpose: 'invitation', isMailed: false });
    expect(parent.codes[0]).not.to.have.property('code');
    const other = await signIn(await school.staff('tutor'));
    await other.get(`/api/groups/${group.id}/accounts`).expect(404);
  });

  it('of two who make a code for one person at once, leaves one open', async () => {
    const { staff, student, app } = await classroom(await start());
    const replies = await Promise.all([give(staff, student), give(staff, student), give(staff, student)]);
    for (const { status } of replies) expect(status).to.be.oneOf([201, 409]);
    const open = await app.database.reader('auth_code').where({ usedAt: null, revokedAt: null }).select('id');
    expect(open).to.have.length(1);
  });

  it('helps whoever lost the phone of the second factor, after giving the own password', async () => {
    const { app, school, student, signIn, clock } = await classroom(await start());
    const admin = await signIn(await school.staff('admin'));
    const browser = await signIn(student);
    const account = await app.database.reader('auth_account').where({ personId: student.id }).first('id');
    const factor = { accountId: account.id, secretSealed: 'x', madeAt: app.clock(), confirmedAt: app.clock() };
    await app.database.write((trx) => trx('auth_second_factor').insert(factor));
    const path = `/api/people/${student.id}/account/second-factor`;
    clock.advance({ minutes: 20 });
    await admin.delete(path).expect(403);
    const { password: own } = await accountOf(app, student.id);
    await admin.post('/api/session/verification').send({ password: own }).expect(200);
    await admin.delete(path).expect(200);
    await browser.get('/api/me/account').expect(401);
    await signIn(student);
  });
});
