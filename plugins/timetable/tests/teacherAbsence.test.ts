import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { ask, kindsOf, lessonNow, requestSchool, slot } from './requestSchool.ts';

const at = '2026-09-01T06:00:00Z';

interface Option {
  readonly what: string;
  readonly teacher?: { readonly id: string };
  readonly on?: string;
  readonly time?: string;
}

/** The other teacher also teaches mathematics, in another group of the same tutor. */
async function absent(test: TestApp) {
  const it = await requestSchool(test);
  const [maths] = await test.app.database.reader('school_course').where({ id: it.maths.id }).select('subjectId');
  const beside = await test.school.group({ name: '7 B' });
  await test.school.tutor(beside, it.tutor);
  await test.school.course(beside, { subjectId: maths.subjectId, teacherId: it.otherTeacher.id });
  const asked = { teacherId: it.teacher.id, fromOn: '2026-09-07', untilOn: '2026-09-09' };
  const plan = (await it.by.tutor.post('/api/timetable/teacher-absences/plans').send(asked).expect(200)).body;
  return { ...it, asked, plan };
}

const choose = (lesson: { id: string; revision: number; options: Option[] }, what: string) => {
  const option = lesson.options.find((one) => one.what === what);
  const to = { on: option?.on, time: option?.time };
  return {
    lessonId: lesson.id,
    revision: lesson.revision,
    what,
    ...(what === 'substitute' ? { substituteId: option?.teacher?.id } : {}),
    ...(what === 'move' ? { to } : {}),
  };
};

eachApp('An absent teacher', (start) => {
  it('has all lessons given to a substitute or moved in one go, which can be undone in one go', async () => {
    const test = await start({ at });
    const it = await absent(test);
    const open = await ask(it.by.student, it.first, { slot }).expect(201);
    expect(it.plan.lessons.map(({ id }: { id: string }) => id)).to.deep.equal([it.first.id, it.second.id]);
    expect(it.plan.lessons[0].options[0]).to.deep.include({ what: 'substitute' });
    expect(it.plan.lessons[0].options[0].teacher.id).to.equal(it.otherTeacher.id);
    const move = it.plan.lessons[1].options.find(({ what }: Option) => what === 'move');
    expect(move.on > '2026-09-09').to.equal(true);

    const lessons = [choose(it.plan.lessons[0], 'substitute'), choose(it.plan.lessons[1], 'move')];
    const covered = await it.by.tutor
      .post('/api/timetable/teacher-absences')
      .send({ ...it.asked, lessons })
      .expect(201);
    expect(covered.body).to.include({ lessons: 2, isUndone: false });
    const first = await it.by.student.get(`/api/timetable/lessons/${it.first.id}`).expect(200);
    expect(first.body.teacher.id).to.equal(it.otherTeacher.id);
    expect((await lessonNow(it.by.student, it.second.id)).startsAt).to.equal(move.startsAt);
    expect((await it.by.student.get(`/api/timetable/reschedules/${open.body.id}`)).body.state).to.equal('withdrawn');
    await test.settle();
    for (const person of [it.by.student, it.by.guardian, it.by.otherTeacher, it.by.teacher])
      expect(await kindsOf(person)).to.include('timetable.lesson-substitute');

    const undone = await it.by.tutor.post(`/api/timetable/teacher-absences/${covered.body.id}/undo`).expect(200);
    expect(undone.body.isUndone).to.equal(true);
    const back = await it.by.student.get(`/api/timetable/lessons/${it.first.id}`).expect(200);
    expect(back.body.teacher.id).to.equal(it.teacher.id);
    expect((await lessonNow(it.by.student, it.second.id)).startsAt).to.equal(it.second.startsAt);
    await it.by.tutor.post(`/api/timetable/teacher-absences/${covered.body.id}/undo`).expect(409);
  });

  it('is covered whole or not at all, by somebody who teaches the subject, from what was seen', async () => {
    const test = await start({ at });
    const it = await absent(test);
    const cover = (lessons: readonly object[]) =>
      it.by.tutor.post('/api/timetable/teacher-absences').send({ ...it.asked, lessons });
    const [first, second] = it.plan.lessons;
    const stranger = await test.school.staff('teacher');
    const good = choose(first, 'cancel');
    await cover([good, { ...choose(second, 'substitute'), substituteId: stranger.id }]).expect(422);
    await cover([good, { ...choose(second, 'cancel'), revision: 7 }]).expect(412);
    const taken = { ...choose(second, 'move'), to: { on: '2026-09-08', time: '11:00' } };
    await cover([{ ...choose(first, 'move'), to: taken.to }, taken]).expect(409);
    expect((await lessonNow(it.by.student, it.first.id)).revision).to.equal(it.first.revision);
  });

  it('is not undone when one of the lessons has changed since', async () => {
    const test = await start({ at });
    const it = await absent(test);
    const lessons = it.plan.lessons.map((one: Parameters<typeof choose>[0]) => choose(one, 'cancel'));
    const { body } = await it.by.tutor
      .post('/api/timetable/teacher-absences')
      .send({ ...it.asked, lessons })
      .expect(201);
    await it.by.tutor.post(`/api/timetable/lessons/${it.first.id}/take-back`).set('If-Match', '"2"').expect(200);
    await it.by.tutor.post(`/api/timetable/teacher-absences/${body.id}/undo`).expect(409);
    const cancelled = await it.by.tutor.get(`/api/timetable/lessons/${it.second.id}`).expect(200);
    expect(cancelled.body.state).to.equal('cancelled');
  });
});
