import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { pdfText } from '../../../tests/harness/pdfText.ts';
import { publish, runningSchool } from './runningSchool.ts';

/** A published week; its students belong to one home school, whose coordinator and another one's are signed in. */
async function received(test: TestApp) {
  const it = await runningSchool(test);
  const tutor = await test.signIn(it.tutor);
  const coordinator = await test.school.staff('coordinator', { homeSchoolId: it.homeSchool.id });
  const stranger = await test.school.staff('coordinator', { homeSchoolId: (await test.school.homeSchool()).id });
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-14' });
  const as = { tutor, coordinator: await test.signIn(coordinator), stranger: await test.signIn(stranger) };
  return { ...it, as, lessons: `/api/timetable/home-schools/${it.homeSchool.id}/lessons` };
}

interface Line {
  readonly id: string;
  readonly on: string;
  readonly startsTime: string;
  readonly state: string;
  readonly students: number;
}

eachApp('The lessons of a home school', (start) => {
  it('reach its coordinator as a page, a table and on paper, with what was moved and cancelled', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, lessons, homeSchool } = await received(test);
    const week = { from: '2026-09-14', days: 7 };
    const { body } = await as.coordinator.get(lessons).query(week).expect(200);
    const items: Line[] = body.items;
    expect(items.map(({ on, startsTime, students }) => [on, startsTime, students])).to.deep.equal([
      ['2026-09-14', '09:00', 3],
      ['2026-09-15', '10:00', 3],
      ['2026-09-16', '09:00', 3],
    ]);
    const [first, second] = items;
    const change = (line: Line | undefined, act: string, body: object) =>
      as.tutor.post(`/api/timetable/lessons/${line?.id}/${act}`).set('If-Match', '"1"').send(body).expect(200);
    await change(first, 'cancel', { reason: 'Ill' });
    await change(second, 'move', { on: '2026-09-17', time: '10:00' });
    await test.settle();
    const changed = await as.coordinator
      .get(lessons)
      .query({ ...week, which: 'changed' })
      .expect(200);
    expect(changed.body.items.map((line: Line) => line.state)).to.deep.equal(['cancelled', 'moved']);
    expect(changed.body.items[1].movedFrom).to.deep.equal({ on: '2026-09-15', startsTime: '10:00' });

    const csv = await as.coordinator.get(`${lessons}/csv`).query(week).expect(200);
    expect(csv.headers['content-type']).to.match(/^text\/csv/);
    expect(csv.headers['content-disposition']).to.match(/attachment/);
    const rows = csv.text.slice(1).split('\r\n');
    expect(rows[0]).to.equal('Date,Start,End,Group,Subject,Teacher,Students of the school,State,Before');
    expect(rows[2]).to.match(/^2026-09-16,09:00,.*,3,as planned,$/);
    expect(rows[3]).to.match(/^2026-09-17,10:00,.*,3,moved,2026-09-15 10:00$/);
    const { body: paper } = await as.coordinator.get(`${lessons}/pdf`).query(week).expect(200);
    const text = (await pdfText(paper)).join(' ');
    expect(text).to.include(homeSchool.name).and.to.include('moved: 2026-09-15 10:00');

    const told: { kind: string; link: string; params: { count?: number } }[] = (
      await as.coordinator.get('/api/notices')
    ).body.items;
    expect(told.map(({ kind }) => kind).toSorted()).to.deep.equal([
      'timetable.school-changed',
      'timetable.school-published',
    ]);
    const both = told.find(({ kind }) => kind === 'timetable.school-changed');
    expect(both?.params).to.deep.equal({ school: homeSchool.name, count: 2 });
    expect(both?.link).to.equal(`/home-schools/${homeSchool.id}?from=2026-09-01&days=125&which=changed`);
    const published = told.find(({ kind }) => kind === 'timetable.school-published');
    expect(published?.link).to.equal(`/home-schools/${homeSchool.id}?from=2026-09-14`);
    const changes = await test.app.database.reader('timetable_publication_change').count({ count: '*' }).first();
    expect(published?.params.count).to.equal(Number(changes?.count));
  });

  it('are nobody’s but theirs who answer for it, and no others are among them', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const { as, lessons, others, homeSchool } = await received(test);
    for (const what of ['', '/csv', '/pdf']) await as.stranger.get(`${lessons}${what}`).expect(403);
    await as.tutor.get(lessons).expect(403);
    await as.coordinator.get(lessons).query({ days: 126 }).expect(400);
    await as.coordinator.get(lessons.replace(homeSchool.id, test.app.newId())).expect(404);
    expect((await as.stranger.get('/api/notices')).body.items).to.deep.equal([]);
    const elsewhere = await test.school.homeSchool();
    await test.app.database.write((trx) =>
      trx('people_student').where({ personId: others[0]?.id }).update({ homeSchoolId: elsewhere.id }),
    );
    const { body } = await as.coordinator.get(lessons).query({ from: '2026-09-14' }).expect(200);
    expect(body.items.map(({ students }: Line) => students)).to.deep.equal([2, 2, 2]);
  });
});
