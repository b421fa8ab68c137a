import { expect } from 'chai';
import { lastBirthday, stageOf } from '../domain/comingOfAge.ts';

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
