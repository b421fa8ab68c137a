import { expect } from 'chai';
import { accountsToClose, closingOf } from '../domain/closing.ts';
import { zoneOfMost } from '../domain/planned.ts';

describe('An account of somebody who left on 1 September and stays for 30 days', () => {
  const cases = [
    ['2026-09-01', 'nothing'],
    ['2026-09-16', 'nothing'],
    ['2026-09-17', 'warn'],
    ['2026-09-30', 'warn'],
    ['2026-10-01', 'close'],
  ] as const;
  for (const [today, kind] of cases)
    it(`is due for “${kind}” on ${today}`, () =>
      expect(closingOf('2026-09-01', 30, today)).to.deep.equal({ kind, closesOn: '2026-10-01' }));
});

describe('Accounts that close with those of leavers', () => {
  it('are those of guardians all of whose children left, and nobody’s who works here', () => {
    const guardians = [
      { guardianId: 'of-leavers', childIds: ['vera', 'boris'] },
      { guardianId: 'of-one-more', childIds: ['vera', 'anna'] },
      { guardianId: 'teaches-here', childIds: ['boris'] },
    ];
    const closed = accountsToClose(new Set(['vera', 'boris']), guardians, new Set(['teaches-here']));
    expect(closed).to.deep.equal(['vera', 'boris', 'of-leavers']);
  });
});

describe('The clocks by which a school year begins', () => {
  it('are those of most groups, of equals the first by name, and of nobody without groups', () => {
    expect(zoneOfMost(['Asia/Omsk', 'Europe/Moscow', 'Asia/Omsk'])).to.equal('Asia/Omsk');
    expect(zoneOfMost(['Europe/Moscow', 'Asia/Omsk'])).to.equal('Asia/Omsk');
    expect(zoneOfMost([])).to.equal(undefined);
  });
});
