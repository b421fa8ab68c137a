import { expect } from 'chai';
import { aboutNobody, goesWithPerson, staysWithoutName } from '../../../server/host/privacy.ts';
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

  it('tells of a table whose rows could not be found any more when it is their turn', () => {
    const tables = new Map([
      ['polls_poll', ['id', 'title']],
      ['polls_voter', ['poll_id', 'person_id']],
    ]);
    const through = { table: 'polls_voter', key: 'poll_id', owner: 'person_id' };
    const poll = staysWithoutName('polls_poll', {
      of: [{ column: 'id', through }],
      why: 'Polls.',
      blanked: { title: null },
      told: 'id',
    });
    const voter = goesWithPerson('polls_voter', {
      of: ['person_id'],
      why: 'Who votes.',
      told: 'poll_id',
      untold: 'person_id',
    });
    expect(privacyFaults(tables, [poll, voter])).to.deep.equal([
      'polls_poll is found through polls_voter, which is erased before it',
    ]);
    expect(privacyFaults(tables, [voter, poll])).to.deep.equal([]);
  });
});
