import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { filesOf, goodLines } from './goodSchool.ts';
import { applied, sourceOf, uploaded } from './upload.ts';

eachApp('Imports in threads of their own', (start) => {
  it('are planned and carried out one after the other, each seeing what the one before has done, or refused', async () => {
    const test = await start({ threads: true });
    const admin = await test.signIn(await test.school.staff('admin'));
    const first = await uploaded(test, admin, filesOf(goodLines()).map(sourceOf));
    expect((await applied(test, admin, first)).state).to.equal('applied');
    const lines = goodLines();
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace('ann,Ann', 'ann,Anna'));
    const second = await uploaded(test, admin, filesOf(lines).map(sourceOf));
    expect(second.summary?.changes).to.equal(1);
    expect((await applied(test, admin, second)).state).to.equal('applied');
    const ann = await test.app.database.reader('people_person').where({ externalId: 'ann' }).first('givenName');
    expect(ann).to.deep.equal({ givenName: 'Anna' });

    // A refusal comes out of the thread as what it is.
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace('ann,Anna', 'ann,Anya'));
    const third = await uploaded(test, admin, filesOf(lines).map(sourceOf));
    await test.app.database.write((trx) =>
      trx('people_person').where({ externalId: 'ann' }).update({ givenName: 'Annie' }),
    );
    const refused = await applied(test, admin, third);
    const { body: job } = await admin.get(`/api/jobs/${refused.jobId}`).expect(200);
    expect(job).to.include({ state: 'failed', problem: 'import/changed-since-plan' });
  });
});
