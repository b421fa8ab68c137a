import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { lessonNow, requestSchool } from './requestSchool.ts';

eachApp('What staff do to lessons', (start) => {
  it('is written down, once each, with who did it and from where to where', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await requestSchool(test);
    const { tutor } = it.by;
    const write = async (what: string, body: object) => {
      const { revision } = await lessonNow(tutor, it.first.id);
      const path = `/api/timetable/lessons/${it.first.id}/${what}`;
      return tutor.post(path).set('If-Match', `"${revision}"`).send(body).expect(200);
    };
    await write('move', { on: '2026-09-10', time: '15:00' });
    await write('cancel', { reason: 'A storm' });
    await write('take-back', {});
    // What is refused is not written down.
    await tutor
      .post(`/api/timetable/lessons/${it.second.id}/move`)
      .set('If-Match', '"9"')
      .send({ on: '2026-09-10', time: '16:00' })
      .expect(412);
    const policy = `/api/timetable/groups/${it.group.id}/request-policy`;
    await tutor.put(policy).set('If-Match', '"0"').send({ isTeacherEnough: true }).expect(200);

    const rows: { act: string; actorId: string; entityId: string; detailJson: unknown }[] = await test.app.database
      .reader('audit_entry')
      .where('act', 'like', 'timetable.%')
      .orderBy('id')
      .select('act', 'actorId', 'entityId', 'detailJson');
    expect(rows.map(({ act, entityId }) => [act, entityId === it.first.id])).to.deep.equal([
      ['timetable.published', false],
      ['timetable.lesson-moved', true],
      ['timetable.lesson-cancelled', true],
      ['timetable.lesson-restored', true],
      ['timetable.group-policy-set', false],
    ]);
    expect(new Set(rows.map(({ actorId }) => actorId))).to.deep.equal(new Set([it.tutor.id]));
    expect(rows[1]?.detailJson).to.deep.include({ from: it.first.startsAt, to: '2026-09-10T13:00:00.000Z' });
  });
});
