import { expect } from 'chai';
import { v4 } from 'uuid';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import plugin from '../plugin.ts';

/** Half past eleven in the evening in Madrid, of a Monday. */
const night = '2026-09-07T21:30:00Z';

eachApp('Messages at night and those that wait for an answer', (start) => {
  async function town(at = night) {
    const test = await start({ catalog: [plugin], at });
    const { school } = test;
    const group = await school.group();
    const [tutor, teacher] = [await school.person({ familyName: 'Tutora' }), await school.staff('teacher')];
    await school.tutor(group, tutor);
    await school.course(group, { teacherId: teacher.id });
    const student = await school.student();
    await school.member(group, student);
    const [guardian, other] = [
      await school.guardian(student, { zone: 'America/Mexico_City', familyName: 'Madre' }),
      await school.guardian(student, { zone: 'Europe/Madrid', familyName: 'Padre' }),
    ];
    const [as, asGuardian] = [await test.signIn(tutor), await test.signIn(guardian)];
    const { body } = await asGuardian.post(`/api/messages/students/${student.id}/family`).expect(200);
    const threadId = String(body.id);
    return { ...test, group, tutor, teacher, student, guardian, other, as, asGuardian, threadId };
  }
  type Town = Awaited<ReturnType<typeof town>>;
  type Browser = Town['as'];

  const say = (by: Browser, threadId: string, text: string, more: object = {}) =>
    by.post(`/api/messages/threads/${threadId}/messages`).send({ clientId: v4(), text, ...more });

  const waiting = async (by: Browser): Promise<string[]> =>
    (await by.get('/api/messages/threads?which=unanswered').expect(200)).body.items.map(({ id }: { id: string }) => id);

  it('the sender sees who will hear of it in the morning, and when by their own clock; parents see it of staff alone', async () => {
    const { as, asGuardian, threadId, other, tutor } = await town();
    const { body } = await as.get(`/api/messages/threads/${threadId}`).expect(200);
    // In Mexico it is half past three in the afternoon.
    expect(body.quiet).to.deep.equal([
      { id: other.id, name: body.quiet[0]?.name, until: '2026-09-08T05:00:00.000Z', zone: 'Europe/Madrid' },
    ]);
    expect(body.quiet[0].name).to.contain('Padre');
    expect(body.may).to.deep.equal({ write: true, urge: true });
    const seen = (await asGuardian.get(`/api/messages/threads/${threadId}`).expect(200)).body;
    expect(seen.quiet.map(({ id }: { id: string }) => id)).to.deep.equal([tutor.id]);
    expect(seen.may).to.deep.equal({ write: true, urge: false });
  });

  it('an urgent one is told at once, once, with its reason, which stays in the audit; a usual one is not urgent', async () => {
    const { as, threadId, other, signIn, app, student, clock, settle } = await town();
    const message = { clientId: v4(), text: 'No lessons tomorrow', urgent: { reason: 'The school is closed' } };
    const at = `/api/messages/threads/${threadId}/messages`;
    const { body } = await as.post(at).send(message).expect(200);
    expect(body).to.include({ urgentReason: 'The school is closed' });
    expect((await as.post(at).send(message).expect(200)).body).to.deep.equal(body);
    const asOther = await signIn(other);
    const notices = async () => (await asOther.get('/api/notices').expect(200)).body.items;
    const [told, ...more] = await notices();
    expect(told).to.deep.include({ kind: 'messages.urgent', urgentReason: 'The school is closed' });
    expect(told.about.id).to.equal(student.id);
    expect(JSON.stringify(told)).to.not.contain('No lessons');
    expect(more).to.deep.equal([]);
    const written = await app.database.reader('audit_entry').where({ act: 'notify.told-urgently' }).select('id');
    expect(written).to.have.length(1);
    // What follows some seconds later does not tell it a second time.
    const follow = async () => {
      for (let nth = 0; nth < 2; nth++) {
        clock.advance({ seconds: 20 });
        await settle();
      }
    };
    await follow();
    expect(await notices()).to.have.length(1);
    await say(as, threadId, 'Good night').expect(200);
    await follow();
    expect((await notices()).map(({ urgentReason }: { urgentReason: string | null }) => urgentReason)).to.deep.equal([
      null,
      'The school is closed',
    ]);
  });

  it('an urgent one is refused to those whose role may not, and to whoever gives no reason; nothing is stored', async () => {
    const { as, asGuardian, threadId } = await town();
    const refused = await say(asGuardian, threadId, 'Now!', { urgent: { reason: 'I want to know' } }).expect(403);
    expect(refused.body.type).to.equal('/problems/messages/may-not-urge');
    await say(as, threadId, 'Now!', { urgent: { reason: ' ' } }).expect(400);
    expect((await as.get(`/api/messages/threads/${threadId}/changes?since=0`)).body.items).to.deep.equal([]);
  });

  it('a family waits until somebody of the staff answers or says that no answer is needed; its next word asks again', async () => {
    const { as, asGuardian, threadId, clock } = await town();
    await say(as, threadId, 'Good evening').expect(200);
    expect(await waiting(as)).to.deep.equal([]);
    await say(asGuardian, threadId, 'When is the exam?').expect(200);
    const since = clock.read().toISOString();
    clock.advance({ minutes: 5 });
    await say(asGuardian, threadId, 'And where?').expect(200);
    const { body } = await as.get('/api/messages/threads?which=unanswered').expect(200);
    expect(body.items.map(({ askedAt }: { askedAt: string }) => askedAt)).to.deep.equal([since]);
    await say(as, threadId, 'On Friday').expect(200);
    expect(await waiting(as)).to.deep.equal([]);
    await say(asGuardian, threadId, 'Thank you').expect(200);
    expect(await waiting(as)).to.deep.equal([threadId]);
    const at = `/api/messages/threads/${threadId}/settled`;
    await asGuardian.post(at).expect(403);
    await as.post(at).expect(200);
    await as.post(at).expect(200);
    expect(await waiting(as)).to.deep.equal([]);
    await say(asGuardian, threadId, 'One more thing').expect(200);
    expect(await waiting(as)).to.deep.equal([threadId]);
  });

  it('nobody settles a conversation that they only look over, or that is not theirs; nor does it wait for them', async () => {
    const { as, signIn, teacher, student, asGuardian, threadId } = await town();
    const asStudent = await signIn(student);
    const { body } = await asStudent
      .post('/api/messages/threads')
      .send({ personIds: [teacher.id] })
      .expect(200);
    await say(asStudent, body.id, 'I do not understand').expect(200);
    await as.post(`/api/messages/threads/${body.id}/settled`).expect(403);
    expect(await waiting(as)).to.deep.equal([]);
    const asTeacher = await signIn(teacher);
    expect(await waiting(asTeacher)).to.deep.equal([body.id]);
    await say(asGuardian, threadId, 'A question').expect(200);
    await asTeacher.post(`/api/messages/threads/${threadId}/settled`).expect(404);
    expect(await waiting(asTeacher)).to.deep.equal([body.id]);
    expect(await waiting(as)).to.deep.equal([threadId]);
  });

  it('a message that was kept for later answers like any other', async () => {
    const { as, asGuardian, threadId, clock, settle } = await town();
    await say(asGuardian, threadId, 'When is the exam?').expect(200);
    const sendAt = new Date(clock.read().getTime() + 3_600_000).toISOString();
    const later = { clientId: v4(), text: 'On Friday', sendAt };
    await as.post(`/api/messages/threads/${threadId}/scheduled`).send(later).expect(200);
    expect(await waiting(as)).to.deep.equal([threadId]);
    clock.advance({ minutes: 61 });
    await settle();
    clock.advance({ seconds: 20 });
    await settle();
    expect(await waiting(as)).to.deep.equal([]);
  });
});
