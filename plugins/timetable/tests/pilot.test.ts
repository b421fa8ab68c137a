import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

eachApp('The pilot journey', (start) => {
  it('goes from draft to a moved lesson that the guardian reads and the feed tells', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const student = await test.signIn(it.student);
    const week = await student.get('/api/timetable/week?from=2026-09-07').expect(200);
    const lesson = week.body.sections[0].lessons[0];
    expect(lesson.startsAt).to.equal('2026-09-07T07:00:00.000Z');

    const slots = await student.get(`/api/timetable/lessons/${lesson.id}/free-slots`).expect(200);
    const [best] = slots.body.items;
    expect(best.reasons[0]).to.deep.equal({ kind: 'all-can-attend' });
    const asked = await student
      .post(`/api/timetable/lessons/${lesson.id}/reschedules`)
      .send({ reason: 'A doctor', slot: { on: '2026-09-10', time: '10:00' } })
      .expect(201);
    expect(asked.body.state).to.equal('proposed');
    expect(asked.body.may).to.include({ answer: false, propose: true, confirm: false, withdraw: true });

    const teacher = await test.signIn(it.teacher);
    const waiting = await teacher.get('/api/timetable/reschedules').expect(200);
    expect(waiting.body.items.map((one: { isWaitingForMe: boolean }) => one.isWaitingForMe)).to.deep.equal([true]);
    const answered = await teacher
      .post(`/api/timetable/reschedules/${asked.body.id}/answer`)
      .send({ consent: true })
      .expect(200);
    expect(answered.body.state).to.equal('agreed');
    const confirmed = await tutor
      .post(`/api/timetable/reschedules/${asked.body.id}/confirm`)
      .send({ confirm: true })
      .expect(200);
    expect(confirmed.body.state).to.equal('confirmed');
    await test.settle();

    const guardian = await test.signIn(it.guardian);
    const childWeek = await guardian.get('/api/timetable/week?from=2026-09-07').expect(200);
    const [section] = childWeek.body.sections;
    expect(section.as).to.equal('child');
    const moved = section.lessons.find((one: { id: string }) => one.id === lesson.id);
    expect(moved.startsAt).to.equal('2026-09-10T08:00:00.000Z');
    expect(moved.movedFrom.startsAt).to.equal('2026-09-07T07:00:00.000Z');
    const notices = await guardian.get('/api/notices').expect(200);
    expect(
      notices.body.items.map((one: { kind: string; about: { id: string } }) => [one.kind, one.about.id]),
    ).to.deep.equal([
      ['timetable.lesson-moved', it.student.id],
      ['timetable.published', it.student.id],
    ]);

    const feed = await guardian.post('/api/timetable/feeds').send({ aboutId: it.student.id }).expect(201);
    const file = await test.visitor().get(feed.body.path).expect(200);
    const [, event] = file.text
      .split('BEGIN:VEVENT')
      .filter((one) => one.includes(lesson.id) || one.startsWith('BEGIN:VCALENDAR'));
    expect(event).to.contain('SEQUENCE:1');
    expect(event).to.contain('DTSTART;TZID=Europe/Madrid:20260910T100000');
  });
});
