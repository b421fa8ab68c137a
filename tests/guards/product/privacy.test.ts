import { expect } from 'chai';
import { aboutNobody, goesWithPerson } from '../../../server/host/privacy.ts';
import { eachApp } from '../../harness/eachApp.ts';
import { privacyFaults } from './privacyFaults.ts';
import { columnsByTable } from './tables.ts';

eachApp('What is kept about people', (start) => {
  it('is declared for every column of every table', async () => {
    const { app } = await start();
    expect(privacyFaults(await columnsByTable(app.database), app.tables)).to.deep.equal([]);
  });
});

describe('The guard of what is kept about people', () => {
  it('tells of tables and columns that nobody thought about', () => {
    const tables = new Map([
      ['polls_answer', ['id', 'person_id', 'text']],
      ['polls_secret', ['id']],
    ]);
    const faults = privacyFaults(tables, [
      goesWithPerson('polls_answer', { of: ['person_id'], why: 'Answers.', told: 'words', untold: 'id person_id' }),
      aboutNobody('polls_gone', '', 'id'),
    ]);
    expect(faults).to.deep.equal([
      'polls_secret is not declared',
      'polls_answer.text is not declared',
      'polls_answer.words is declared, but there is no such column',
      'polls_gone is declared, but there is no such table',
    ]);
  });
});
