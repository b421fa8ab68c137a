import { expect } from 'chai';
import { type LimitKind, rightsOf } from '../domain/rights.ts';

const cases: readonly (readonly [maySee: boolean, mayAct: boolean, limits: readonly LimitKind[], result: string])[] = [
  [true, true, [], 'sees and acts'],
  [true, false, [], 'sees'],
  [false, true, [], 'neither'],
  [true, true, ['reads-only'], 'sees'],
  [true, true, ['no-contact'], 'neither'],
  [true, true, ['reads-only', 'no-contact'], 'neither'],
  [false, false, ['reads-only'], 'neither'],
];

describe('A guardian', () => {
  for (const [maySee, mayAct, limits, result] of cases)
    it(`who ${maySee ? 'may' : 'may not'} see and ${mayAct ? 'may' : 'may not'} act, limited by ${limits.join(' and ') || 'nothing'}: ${result}`, () => {
      const rights = rightsOf({ maySee, mayAct }, limits);
      const said = rights.mayAct ? 'sees and acts' : rights.maySee ? 'sees' : 'neither';
      expect(said).to.equal(result);
    });
});
