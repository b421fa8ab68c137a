import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { draftOf, publish, runningSchool } from './runningSchool.ts';

interface Shown {
  readonly id: string;
  readonly startsAt: string;
  readonly joinUrl: string | null;
  readonly sequence: number;
  readonly revision: number;
  readonly state: string;
}

const whole = 'from=2026-09-07&days=42';

const lessonsOf = async (browser: TestAgent, groupId: string): Promise<Shown[]> =>
  (await browser.get(`/api/timetable/groups/${groupId}/week?${whole}`).expect(200)).body.lessons;

const noticesOf = async (test: TestApp, person: { readonly id: string }): Promise<string[]> => {
  const reply = await (await test.signIn(person)).get('/api/notices').expect(200);
  return reply.body.items.map((one: { kind: string }) => one.kind);
};

eachApp('Republishing a timetable', (start) => {
  it('keeps id, link and calendar entry of unchanged lessons after five moves, and tells only whom it affects', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    await test.app.database.write((trx) =>
      trx('school_group').where({ id: it.group.id }).update({ meetingUrlTemplate: 'https://meet.example/{lesson}' }),
    );
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const before = await lessonsOf(tutor, it.group.id);
    expect(before[0]?.joinUrl).to.equal(`https://meet.example/${before[0]?.id}`);

    const maths = before.filter(({ startsAt }) => startsAt.includes('T07:00') && startsAt < '2026-10-01').slice(0, 5);
    for (const [i, lesson] of maths.entries()) {
      const on = lesson.startsAt.slice(0, 10);
      await tutor
        .post(`/api/timetable/lessons/${lesson.id}/move`)
        .set('If-Match', `"${lesson.revision}"`)
        .send({ on, time: i % 2 === 0 ? '14:00' : '15:00' })
        .expect(200);
    }
    await test.settle();
    const moved = await lessonsOf(tutor, it.group.id);

    const next = await draftOf(
      test,
      it.term,
      it.group,
      [
        [it.maths, { weekday: 1, hour: 2 }, { weekday: 3, hour: 2 }],
        [it.biology, { weekday: 4, hour: 3 }],
      ],
      it.tutor,
    );
    const { preview } = await publish(test, tutor, { draftId: next, effectiveOn: '2026-09-14' });
    expect(preview.counts).to.include({ moved: 7, cancelled: 0, added: 0 });
    expect(preview.told.map((one: { personId: string }) => one.personId)).not.to.include(it.teacher.id);

    const after = new Map((await lessonsOf(tutor, it.group.id)).map((one) => [one.id, one]));
    for (const one of moved) {
      const now = after.get(one.id);
      expect(now?.joinUrl).to.equal(one.joinUrl);
      const isBiology = one.startsAt.includes('T08:00') && one.startsAt > '2026-09-14';
      if (!isBiology) expect([now?.startsAt, now?.sequence]).to.deep.equal([one.startsAt, one.sequence]);
      else expect(now?.sequence).to.equal(one.sequence + 1);
    }
    const [toTeacher, toBiologist] = [await noticesOf(test, it.teacher), await noticesOf(test, it.otherTeacher)];
    expect(toTeacher.filter((kind) => kind === 'timetable.changed')).to.deep.equal([]);
    expect(toBiologist).to.deep.equal(['timetable.changed', 'timetable.published']);
  });

  it('refuses a plan that is no longer what the preview showed, and a second publisher', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    const plan = { draftId: it.draftId, effectiveOn: '2026-09-07' };
    const { fingerprint } = (await tutor.post('/api/timetable/publication-previews').send(plan).expect(200)).body;
    await tutor
      .post('/api/timetable/publications')
      .send({ ...plan, effectiveOn: '2026-09-14', fingerprint })
      .expect(409);
    const both = await Promise.all(
      [1, 2].map(() => tutor.post('/api/timetable/publications').send({ ...plan, fingerprint })),
    );
    expect(both.map(({ status }) => status).sort()).to.deep.equal([202, 409]);
    await test.settle();
    expect(await lessonsOf(tutor, it.group.id)).to.have.length(18);
  });

  it('lists whoever is taken elsewhere, and publishes nevertheless', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const other = await test.school.group({ name: '7 B' });
    await test.school.grid(other);
    await test.school.tutor(other, it.tutor);
    const art = await test.school.course(other, { teacherId: it.teacher.id, lessonsAWeek: 1 });
    const tutor = await test.signIn(it.tutor);
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const clashing = await draftOf(test, it.term, other, [[art, { weekday: 1, hour: 2 }]], it.tutor);
    const { preview, id } = await publish(test, tutor, { draftId: clashing, effectiveOn: '2026-10-12' });
    expect(preview.clashes).to.have.length(3);
    expect(preview.clashes[0].personId).to.equal(it.teacher.id);
    const shown = await tutor.get(`/api/timetable/publications/${id}`).expect(200);
    expect(shown.body.state).to.equal('published');
    expect(shown.body.problems.map((one: { personId: string }) => one.personId)).to.deep.equal([
      it.teacher.id,
      it.teacher.id,
      it.teacher.id,
    ]);
  });

  it('goes on where a killed publisher stopped, and shows nothing before it is whole', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    const plan = { draftId: it.draftId, effectiveOn: '2026-09-07' };
    const { fingerprint } = (await tutor.post('/api/timetable/publication-previews').send(plan).expect(200)).body;
    const { body } = await tutor
      .post('/api/timetable/publications')
      .send({ ...plan, fingerprint })
      .expect(202);
    const { applyUnit } = await import('../commands/applyUnit.ts');
    const { system } = await import('../../../server/access/actor.ts');
    const apis = await apisOf(test);
    for (const number of [0, 1, 2])
      await test.app.scopes.inWrite(system, (scope) => applyUnit(apis, scope, body.id, number));
    expect(await lessonsOf(tutor, it.group.id)).to.have.length(0);
    await test.settle();
    expect(await lessonsOf(tutor, it.group.id)).to.have.length(18);
  });

  it('takes back what a cancelled publisher did', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    const plan = { draftId: it.draftId, effectiveOn: '2026-09-07' };
    const { fingerprint } = (await tutor.post('/api/timetable/publication-previews').send(plan).expect(200)).body;
    const { body } = await tutor
      .post('/api/timetable/publications')
      .send({ ...plan, fingerprint })
      .expect(202);
    const { applyUnit } = await import('../commands/applyUnit.ts');
    const { system } = await import('../../../server/access/actor.ts');
    const apis = await apisOf(test);
    await test.app.scopes.inWrite(system, (scope) => applyUnit(apis, scope, body.id, 0));
    await tutor.post(`/api/timetable/publications/${body.id}/cancel`).expect(202);
    await test.settle();
    await tutor.get(`/api/timetable/publications/${body.id}`).expect(404);
    const left: unknown[] = await test.app.database.reader('calendar_commitment').select('id');
    expect(left).to.deep.equal([]);
    await publish(test, tutor, plan);
    expect(await lessonsOf(tutor, it.group.id)).to.have.length(18);
  });
});

/** What the plugin was started with. */
async function apisOf({ app }: TestApp) {
  const [people, school, calendar, jobs, audit, files, links, mail, rooms, notify, documents] = await Promise.all([
    import('../../../server/people/api.ts'),
    import('../../../server/school/api.ts'),
    import('../../../server/calendar/api.ts'),
    import('../../../server/jobs/api.ts'),
    import('../../../server/audit/api.ts'),
    import('../../../server/files/api.ts'),
    import('../../../server/links/api.ts'),
    import('../../../server/mail/api.ts'),
    import('../../../server/rooms/api.ts'),
    import('../../../server/notify/api.ts'),
    import('../../../server/documents/api.ts'),
  ]);
  return {
    people: app.api(people.peopleApi),
    school: app.api(school.schoolApi),
    calendar: app.api(calendar.calendarApi),
    jobs: app.api(jobs.jobsApi),
    audit: app.api(audit.auditApi),
    documents: app.api(documents.documentsApi),
    files: app.api(files.filesApi),
    links: app.api(links.linksApi),
    mail: app.api(mail.mailApi),
    rooms: app.api(rooms.roomsApi),
    notify: app.api(notify.notifyApi),
  };
}
