import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { composingSchool, everyDay } from './composingSchool.ts';

eachApp('A draft', (start) => {
  it('is made, solved and read: everybody can be online in every lesson', async () => {
    const test = await composingSchool(start);
    const [luis, marta] = test.students;
    if (luis) await test.windows(luis, everyDay('08:00', '13:00'));
    if (marta) await test.windows(marta, everyDay('10:00', '20:00'));
    const draft = await test.newDraft();
    expect(draft.lessons).to.deep.equal({ placed: 0, total: 6 });
    expect(draft.score.hard).to.equal(6);

    const solved = await test.solved(draft);

    expect(solved.score.hard).to.equal(0);
    expect(solved.lessons).to.deep.equal({ placed: 6, total: 6 });
    const hours = solved.items.map(({ hour }) => hour ?? 0);
    expect(Math.min(...hours), 'Marta begins at ten').to.be.at.least(3);
    expect(Math.max(...hours), 'Luis stops at one').to.be.at.most(5);
    expect(new Set(solved.items.map(({ weekday, hour }) => `${weekday}/${hour}`)).size).to.equal(6);
  });
});
