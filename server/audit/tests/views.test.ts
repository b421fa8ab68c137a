import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { AuditLine } from '../schemas.ts';
import { createViewRecorder } from '../viewRecorder.ts';

async function family({ school, signIn }: TestApp) {
  const homeSchool = await school.homeSchool();
  const student = await school.student({ homeSchoolId: homeSchool.id, familyName: 'Ruiz' });
  const [mother, father] = [await school.guardian(student), await school.guardian(student, { familyName: 'Otro' })];
  const [tutor, group] = [await school.staff('tutor', { familyName: 'Tutor' }), await school.group()];
  await school.member(group, student);
  await school.tutor(group, tutor);
  const coordinator = await school.staff('coordinator', { homeSchoolId: homeSchool.id, familyName: 'Coord' });
  return {
    student,
    group,
    coordinator,
    tutor,
    path: `/api/people/${student.id}`,
    as: {
      mother: await signIn(mother),
      father: await signIn(father),
      tutor: await signIn(tutor),
      student: await signIn(student),
      coordinator: await signIn(coordinator),
    },
  };
}

const linesOf = async (browser: TestAgent, path: string, kind: 'seen' | 'changed'): Promise<AuditLine[]> =>
  (await browser.get(`${path}/audit`).query({ kind }).expect(200)).body.items;

eachApp('Who saw and changed what of a student', (start) => {
  it('is told to the coordinator and the family in their words, once for a day however often', async () => {
    const test = await start();
    const { as, path, group, student } = await family(test);
    for (let times = 0; times < 3; times++) await as.tutor.get(path).expect(200);
    await as.tutor.get(`/api/groups/${group.id}`).expect(200);
    await as.student.get(path).expect(200);
    await test.settle();
    test.clock.advance({ days: 1 });
    await as.tutor.get(path).expect(200);
    const change = { givenName: 'Eva' };
    await as.coordinator.patch(path).set('If-Match', '"1"').send(change).expect(200);
    await test.settle();

    const seen = await linesOf(as.mother, path, 'seen');
    expect(seen.map(({ who, what, times, by }) => [who?.name, what, times, by])).to.deep.equal([
      ['Ana Tutor', 'Opened the page of the person', 1, 'person'],
      ['Ana Tutor', 'Saw the list of the group', 1, 'person'],
      ['Ana Tutor', 'Opened the page of the person', 3, 'person'],
    ]);
    expect(seen[0]?.who?.roles).to.deep.equal(['tutor']);
    const changed = await linesOf(as.coordinator, path, 'changed');
    expect(changed.map(({ who, what }) => [who?.name, what])).to.deep.equal([
      ['Ana Coord', 'Changed the person’s data'],
    ]);
    await test.app.database.write((trx) => trx('people_person').where({ id: student.id }).update({ language: 'ru' }));
    expect((await linesOf(as.student, path, 'seen'))[0]?.what).to.equal('Открыта страница человека');
  });

  it('does not tell one parent by name when the other looked, and tells the coordinator', async () => {
    const test = await start();
    const { as, path } = await family(test);
    await as.father.get(path).expect(200);
    await test.settle();
    const [forMother] = await linesOf(as.mother, path, 'seen');
    expect(forMother).to.deep.include({ who: null, by: 'family' });
    expect((await linesOf(as.father, path, 'seen'))[0]?.who?.name).to.equal('Ana Otro');
    expect((await linesOf(as.coordinator, path, 'seen'))[0]?.who?.name).to.equal('Ana Otro');
    await as.tutor.get(`${path}/audit`).expect(403);
  });

  it('keeps nothing of what was refused, nor of the empty school of a role', async () => {
    const test = await start();
    const { path } = await family(test);
    const stranger = await test.signIn(await test.school.student());
    await stranger.get(path).expect(404);
    const admin = await test.signIn(await test.school.staff('admin'));
    await admin.post('/api/session/view').send({ role: 'student' }).expect(200);
    await admin.get(path).expect(404);
    await test.settle();
    expect(await test.app.database.reader('audit_view').where({ what: 'people.page' })).to.deep.equal([]);
  });

  it('comes by pages without a gap or a repetition', async () => {
    const test = await start();
    const { as, path, student, tutor } = await family(test);
    for (let day = 1; day <= 5; day++) {
      test.app.views.saw(tutor.id, 'people.page', [student.id]);
      test.clock.advance({ days: 1 });
    }
    await test.settle();
    const days: string[] = [];
    let after = '';
    do {
      const { body } = await as.coordinator
        .get(`${path}/audit`)
        .query({ limit: 2, ...(after ? { after } : {}) })
        .expect(200);
      days.push(...body.items.map(({ at }: AuditLine) => at.slice(0, 10)));
      after = body.next;
    } while (after);
    expect(days).to.deep.equal(['2026-09-11', '2026-09-10', '2026-09-09', '2026-09-08', '2026-09-07']);
  });

  it('adds up what several processes saw, at the same time and in any order', async () => {
    const { app, school } = await start();
    const people = [await school.person(), await school.person(), await school.person()].map(({ id }) => id);
    const reader = await school.person();
    const { database, clock, newId, log } = app;
    const recorders = [0, 1, 2].map(() => createViewRecorder({ database, clock, newId, log }));
    for (const recorder of recorders)
      for (let times = 0; times < 4; times++) recorder.saw(reader.id, 'people.page', people.toReversed());
    await Promise.all(recorders.map((recorder) => recorder.stop()));
    const rows: { times: number }[] = await database.reader('audit_view').select('times');
    expect(rows.map(({ times }) => times)).to.deep.equal([12, 12, 12]);
  });

  it('is written when the process stops, and tried again when the database was away', async () => {
    const { app, school } = await start();
    const [reader, student] = [await school.person(), await school.student()];
    let isAway = true;
    const database: Pick<typeof app.database, 'write'> = {
      write: (work) => (isAway ? Promise.reject(new Error('away')) : app.database.write(work)),
    };
    const { clock, newId } = app;
    const told: unknown[] = [];
    const log = { ...app.log, error: (fields: unknown) => void told.push(fields) };
    const views = createViewRecorder({ database, clock, newId, log });
    views.saw(reader.id, 'people.page', [student.id]);
    await views.flush();
    expect(told).to.have.length(1);
    isAway = false;
    await views.stop();
    expect(await app.database.reader('audit_view').select('times')).to.deep.equal([{ times: 1 }]);
  });

  it('names an export of the whole school to everybody', async () => {
    const test = await start();
    const { as, path, coordinator } = await family(test);
    test.app.views.saw(coordinator.id, 'import.export', ['00000000-0000-0000-0000-000000000000']);
    await test.settle();
    expect((await linesOf(as.student, path, 'seen'))[0]?.what).to.equal('Exported the data of the whole school');
  });
});
