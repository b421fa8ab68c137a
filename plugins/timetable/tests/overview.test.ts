import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

eachApp('The overview of groups', (start) => {
  it('tells staff how many lessons are today and when the next begins, and families nothing', async () => {
    const test = await start({ at: '2026-09-07T05:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    const before = await tutor.get('/api/timetable/overview').expect(200);
    const group = { id: it.group.id, name: '7 A' };
    expect(before.body.groups).to.deep.equal([{ ...group, today: 0, nextAt: null, openRequests: 0 }]);

    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const head = await test.signIn(await test.school.staff('head'));
    for (const browser of [tutor, head]) {
      const { body } = await browser.get('/api/timetable/overview').expect(200);
      expect(body.groups).to.deep.equal([{ ...group, today: 1, nextAt: '2026-09-07T07:00:00.000Z', openRequests: 0 }]);
    }
    for (const person of [it.student, it.guardian]) {
      const { body } = await (await test.signIn(person)).get('/api/timetable/overview').expect(200);
      expect(body).to.deep.equal({ groups: [], handovers: [] });
    }
  });

  it('names courses whose coming lessons are another teacher’s, until they are published again', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const admin = await test.signIn(await test.school.staff('admin'));
    await admin
      .patch(`/api/courses/${it.biology.id}`)
      .set('If-Match', '"1"')
      .send({ teacherId: it.teacher.id })
      .expect(200);

    const { body } = await tutor.get('/api/timetable/overview').expect(200);
    expect(body.handovers).to.have.length(1);
    expect(body.handovers[0]).to.deep.include({ termId: it.term.id, lessons: 8 });
    expect(body.handovers[0].fromName).to.match(/^Quim/);
    expect(body.handovers[0].toName).to.match(/^Pedro/);

    const wish = { termId: it.term.id, groupIds: [it.group.id], name: 'New teacher', from: 'published' };
    const draft = await tutor.post('/api/timetable/drafts').send(wish).expect(201);
    await publish(test, tutor, { draftId: draft.body.id, effectiveOn: '2026-09-07' });
    const after = await tutor.get('/api/timetable/overview').expect(200);
    expect(after.body.handovers).to.deep.equal([]);
  });
});
