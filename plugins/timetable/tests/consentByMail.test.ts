import { expect } from 'chai';
import { eachApp, type StartApp } from '../../../tests/harness/eachApp.ts';
import { type MailServer, mailServer } from '../../../tests/harness/mailServer.ts';
import { act, ask, kindsOf, lessonNow, otherSlot, requestSchool, show, slot } from './requestSchool.ts';

const servers: MailServer[] = [];

async function mailing(start: StartApp) {
  const server = await mailServer();
  servers.push(server);
  const mail = { smtpUrl: server.url, folder: undefined, from: 'Tutoria <tutoria@school.example>', requireTls: false };
  const test = await start({ at: '2026-09-01T06:00:00Z', config: { mail } });
  const it = await requestSchool(test);
  const change = { email: 'pedro@school.example', language: 'es' };
  await test.app.database.write((trx) => trx('people_person').where({ id: it.teacher.id }).update(change));
  await test.settle();
  return { ...test, ...it, server };
}

/** The addresses in the last mail, by what they decide. */
function linksIn({ received }: MailServer) {
  const text = received.at(-1)?.parsed.text ?? '';
  const [, page = ''] = /(\/link\/[\w-]{43})\?choose=agree/.exec(text) ?? [];
  return { text, page, api: page.replace('/link/', '/api/links/') };
}

eachApp('Consent by mail', (start) => {
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  it('asks the teacher with buttons that work without signing in, once, and names neither child nor reason', async () => {
    const test = await mailing(start);
    const { body } = await ask(test.by.guardian, test.first, { reason: 'A canary illness', slot }).expect(201);
    await test.settle();
    expect(test.server.received).to.have.length(1);
    const { text, page, api } = linksIn(test.server);
    expect(test.server.received[0]?.to).to.deep.equal(['pedro@school.example']);
    expect(text).to.include('10 de septiembre').and.not.to.include('canary').and.not.to.include('Luis');

    // A scanner opens everything that it finds.
    for (const address of [page, `${page}?choose=agree`, `${page}?choose=decline`, api])
      for (const method of ['get', 'head'] as const) await test.visitor()[method](address);
    expect((await show(test.by.tutor, body.id)).state).to.equal('proposed');

    const shown = await test.visitor().get(api).expect(200);
    expect(JSON.stringify(shown.body)).not.to.include('Luis').and.not.to.include('canary');
    const done = await test.visitor().post(api).send({ choice: 'agree' }).expect(200);
    expect(done.body.done).to.match(/^Gracias/);
    const agreed = await show(test.by.tutor, body.id);
    expect(agreed.state).to.equal('agreed');
    expect(agreed.steps.at(-1)).to.include({ what: 'agreed', byName: agreed.lesson.teacherName });
    await test.visitor().post(api).send({ choice: 'decline' }).expect(409);
    expect((await kindsOf(test.by.teacher)).filter((kind) => kind === 'timetable.reschedule-proposed')).to.have.length(
      1,
    );
  });

  it('may answer with another of the free times, which is held for whoever decides, also once', async () => {
    const test = await mailing(start);
    const { body } = await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    const { api } = linksIn(test.server);
    const { choices } = (await test.visitor().get(api).expect(200)).body;
    const others = choices.filter(({ id }: { id: string }) => id.startsWith('other='));
    expect(others).to.have.length(3);
    expect(others[0].label).to.match(/^Proponer otra hora: /);
    // A time that is no longer free, or never was, is refused, and the link still works.
    await test.visitor().post(api).send({ choice: 'other=2026-09-10T03:00' }).expect(409);
    await test.visitor().post(api).send({ choice: 'another=2026-09-10T10:00' }).expect(422);
    await test.visitor().post(api).send({ choice: others[1].id }).expect(200);
    const countered = await show(test.by.tutor, body.id);
    expect(countered).to.include({ state: 'agreed', isCountered: true });
    expect(`other=${countered.slot.local.on}T${countered.slot.local.startsTime}`).to.equal(others[1].id);
    await test.visitor().post(api).send({ choice: others[0].id }).expect(409);
  });

  it('refuses a time that somebody took after the mail was read, and the link still works with what is left', async () => {
    const test = await mailing(start);
    const { body } = await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    const { api } = linksIn(test.server);
    const offered = async (): Promise<readonly string[]> =>
      (await test.visitor().get(api).expect(200)).body.choices
        .map(({ id }: { id: string }) => id)
        .filter((id: string) => id.startsWith('other='));
    const before = await offered();
    const [wanted = ''] = before;
    const [on, time] = wanted.replace('other=', '').split('T');
    // Somebody else of the group gets this very time in between.
    const other = await ask(test.by.tutor, test.second, { slot: { on, time } }).expect(201);

    const late = await test.visitor().post(api).send({ choice: wanted }).expect(409);
    expect(late.body.type).to.equal('/problems/timetable/slot-taken');
    const still = await show(test.by.tutor, body.id);
    expect(still).to.include({ state: 'proposed', isCountered: false });
    expect(still.slot.startsAt).to.equal('2026-09-10T08:00:00.000Z');
    const after = await offered();
    expect(after).not.to.include(wanted);
    expect(after).to.have.length(3);

    // What was taken is free again once that request ends; what was proposed first is held all the time.
    await act(test.by.tutor, other.body.id, 'withdraw').expect(200);
    expect(await offered()).to.deep.equal(before);
    await ask(test.by.tutor, test.second, { slot }).expect(409);
    await test.visitor().post(api).send({ choice: wanted }).expect(200);
    await ask(test.by.tutor, test.second, { slot: { on, time } }).expect(409);
    expect(await show(test.by.tutor, body.id)).to.include({ state: 'agreed', isCountered: true });
  });

  it('agrees to nothing when the time that was held is gone by the time of the answer', async () => {
    const test = await mailing(start);
    const policy = `/api/timetable/groups/${test.group.id}/request-policy`;
    await test.by.tutor.put(policy).set('If-Match', '"0"').send({ isTeacherEnough: true }).expect(200);
    const { body } = await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    const { api } = linksIn(test.server);
    // The hold was broken from outside, and the teacher is taken there: the ledger is the truth.
    await test.app.database.write(async (trx) => {
      const [part] = await trx('timetable_reschedule_part').where({ rescheduleId: body.id }).select('holdId');
      await trx('calendar_commitment').where({ id: part.holdId }).delete();
    });
    const other = await ask(test.by.tutor, test.second, { slot }).expect(201);
    const late = await test.visitor().post(api).send({ choice: 'agree' }).expect(409);
    expect(late.body.type).to.equal('/problems/timetable/slot-taken');
    expect((await show(test.by.tutor, body.id)).state).to.equal('proposed');
    expect((await lessonNow(test.by.tutor, test.first.id)).startsAt).to.equal(test.first.startsAt);
    await act(test.by.tutor, other.body.id, 'withdraw').expect(200);
    await test.visitor().post(api).send({ choice: 'agree' }).expect(200);
    expect((await lessonNow(test.by.tutor, test.first.id)).startsAt).to.equal('2026-09-10T08:00:00.000Z');
  });

  it('does not bring the same once more with the gathered notices', async () => {
    const test = await mailing(start);
    await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    test.clock.advance({ minutes: 30 });
    await test.settle();
    await test.settle();
    expect(test.server.received).to.have.length(1);
  });

  it('ends the link of a proposal that was replaced, withdrawn or answered elsewhere', async () => {
    const test = await mailing(start);
    const { body } = await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    const first = linksIn(test.server).api;
    await act(test.by.guardian, body.id, 'propose', otherSlot).expect(200);
    await test.settle();
    const second = linksIn(test.server).api;
    expect(second).not.to.equal(first);
    await test.visitor().post(first).send({ choice: 'agree' }).expect(409);
    await act(test.by.teacher, body.id, 'answer', { consent: false }).expect(200);
    await test.visitor().post(second).send({ choice: 'agree' }).expect(409);
    expect((await show(test.by.tutor, body.id)).state).to.equal('declined');
  });

  it('asks nobody by mail who wants none', async () => {
    const test = await mailing(start);
    await test.by.teacher.put('/api/me/notices/requests').send({ mail: 'never', isPushed: true }).expect(200);
    await ask(test.by.guardian, test.first, { slot }).expect(201);
    await test.settle();
    expect(test.server.received).to.deep.equal([]);
  });
});
