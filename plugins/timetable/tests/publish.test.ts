import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

eachApp('Publishing a timetable', (start) => {
  it('turns a draft into lessons that a student sees in the week, and takes their time', async () => {
    const test = await start({ at: '2026-09-01T06:00:00Z' });
    const it = await runningSchool(test);
    const tutor = await test.signIn(it.tutor);
    const { preview } = await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    expect(preview.counts).to.deep.equal({ kept: 0, moved: 0, cancelled: 0, added: 24 });
    expect(preview.changes).to.have.length(3);

    const student = await test.signIn(it.student);
    const week = await student.get('/api/timetable/week?from=2026-09-07').expect(200);
    const [own] = week.body.sections;
    expect(own.as).to.equal('learning');
    expect(own.lessons.map((one: { startsAt: string }) => one.startsAt)).to.deep.equal([
      '2026-09-07T07:00:00.000Z',
      '2026-09-08T08:00:00.000Z',
      '2026-09-09T07:00:00.000Z',
    ]);
    expect(own.lessons[0].may).to.deep.equal({
      askReschedule: true,
      askAnew: false,
      move: false,
      cancel: false,
      takeBack: false,
    });
  });
});
