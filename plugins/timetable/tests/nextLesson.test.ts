import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { publish, runningSchool } from './runningSchool.ts';

eachApp('The next lesson', (start) => {
  it('is shown to the student and the guardian, also when it is further away than the next days', async () => {
    const test = await start({ at: '2026-08-20T06:00:00Z' });
    const it = await runningSchool(test);
    const [tutor, student, guardian] = [
      await test.signIn(it.tutor),
      await test.signIn(it.student),
      await test.signIn(it.guardian),
    ];
    await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
    const own = async (who: typeof student) => (await who.get('/api/timetable/week').expect(200)).body.sections;
    const [learning] = await own(student);
    expect(learning).to.deep.include({ as: 'learning', lessons: [] });
    expect(learning.next.local.on).to.equal('2026-09-07');
    const [child] = await own(guardian);
    expect(child).to.deep.include({ as: 'child', lessons: [] });
    expect(child.next.id).to.equal(learning.next.id);
  });
});
