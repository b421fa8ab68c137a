import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { publish, runningSchool } from './runningSchool.ts';

eachApp('Lessons', (start) => {
  it('are seen and changed only by whom they concern', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const [tutor, student, guardian, teacher] = await Promise.all(
      [it.tutor, it.student, it.guardian, it.teacher].map((one) => test.signIn(one)),
    );
    const stranger = await test.signIn(await test.school.student());
    if (!tutor || !student || !guardian || !teacher) throw new Error('Everybody signed in');
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const group = `/api/timetable/groups/${it.group.id}/week?from=2026-09-07`;
    const own = `/api/timetable/students/${it.student.id}/week?from=2026-09-07`;
    const classmate = `/api/timetable/students/${it.others[0]?.id}/week`;
    const lesson = `/api/timetable/lessons/${(await tutor.get(group)).body.lessons[0].id}`;
    const plan = { draftId: it.draftId, effectiveOn: '2026-09-07' };

    const gets: readonly (readonly [who: TestAgent, path: string, status: number])[] = [
      [test.visitor(), own, 401],
      [student, own, 200],
      [guardian, own, 200],
      [teacher, own, 200],
      [tutor, own, 200],
      [stranger, own, 404],
      [student, classmate, 403],
      [guardian, classmate, 404],
      [stranger, group, 404],
      [student, `/api/timetable/teachers/${it.teacher.id}/week`, 403],
      [teacher, `/api/timetable/teachers/${it.teacher.id}/week`, 200],
      [guardian, lesson, 200],
      [stranger, lesson, 404],
      [stranger, `${lesson}/free-slots`, 404],
      [student, '/api/timetable/publications', 403],
    ];
    for (const [who, path, status] of gets) expect((await who.get(path)).status, path).to.equal(status);

    const posts: readonly (readonly [who: TestAgent, path: string, body: object, status: number])[] = [
      [student, '/api/timetable/publication-previews', plan, 403],
      [teacher, '/api/timetable/publications', { ...plan, fingerprint: '0'.repeat(64) }, 403],
      [guardian, `${lesson}/cancel`, { reason: 'No' }, 403],
      [teacher, `${lesson}/move`, { on: '2026-09-11', time: '10:00' }, 403],
      [teacher, `${lesson}/reschedules`, { reason: 'No' }, 403],
      [stranger, `${lesson}/reschedules`, { reason: 'No' }, 404],
    ];
    for (const [who, path, body, status] of posts)
      expect((await who.post(path).set('If-Match', '"1"').send(body)).status, path).to.equal(status);
  });

  it('have no date on a holiday until somebody decides otherwise, before or after publishing', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    await test.app.database.write((trx) =>
      trx('school_holiday').insert({
        id: test.app.newId(),
        name: 'Founders',
        groupId: it.group.id,
        fromOn: '2026-09-14',
        untilOn: '2026-09-15',
      }),
    );
    const tutor = await test.signIn(it.tutor);
    const decisions = [
      {
        courseId: it.maths.id,
        nth: 1,
        on: '2026-09-14',
        decision: { kind: 'move', on: '2026-09-19', time: '11:00' },
      },
    ];
    const plan = { draftId: it.draftId, effectiveOn: '2026-09-07', decisions };
    const { preview, id } = await publish(test, tutor, plan);
    expect(preview.exceptions.map((one: { on: string; effective: object }) => [one.on, one.effective])).to.deep.equal([
      ['2026-09-14', { kind: 'move', on: '2026-09-19', time: '11:00' }],
      ['2026-09-15', { kind: 'cancel' }],
    ]);
    const week = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-14`).expect(200);
    expect(week.body.lessons.map((one: { startsAt: string }) => one.startsAt)).to.deep.equal([
      '2026-09-16T07:00:00.000Z',
      '2026-09-19T09:00:00.000Z',
    ]);
    const shown = await tutor.get(`/api/timetable/publications/${id}`).expect(200);
    const open = shown.body.exceptions.find((one: { may: { decide: boolean } }) => one.may.decide);
    const decide = () => tutor.post(`/api/timetable/exceptions/${open.id}/decide`).send({ kind: 'accept' });
    await decide().expect(200);
    await decide().expect(409);
    const after = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-14`).expect(200);
    expect(after.body.lessons[0]).to.include({ startsAt: '2026-09-15T08:00:00.000Z', state: 'planned' });
  });
});
