import { expect } from 'chai';
import { comesOfAgeOn, lastBirthday, stageOf } from '../domain/comingOfAge.ts';

const cases: readonly (readonly [bornOn: string, age: number, stage: string])[] = [
  ['2008-09-07', 18, 'adult'],
  ['2008-09-08', 18, 'soon'],
  ['2008-10-07', 18, 'soon'],
  ['2008-10-08', 18, 'minor'],
  ['2010-09-07', 16, 'adult'],
  ['2010-09-07', 18, 'minor'],
];

describe('On 7 September 2026 a student', () => {
  for (const [bornOn, age, stage] of cases)
    it(`born on ${bornOn}, where one is of age at ${age}, is ${stage}`, () => {
      expect(stageOf(bornOn, age, '2026-09-07').stage).to.equal(stage);
    });

  it('born too late for any home school is not looked at', () => {
    expect(lastBirthday('2026-09-07')).to.equal('2012-10-07');
  });
});

describe('Coming of age', () => {
  it('is a birthday, and the day after February for those who have none', () => {
    expect(comesOfAgeOn('2008-09-07', 18)).to.equal('2026-09-07');
    expect(comesOfAgeOn('2008-02-29', 18)).to.equal('2026-03-01');
    expect(comesOfAgeOn('2008-02-29', 20)).to.equal('2028-02-29');
  });
});
