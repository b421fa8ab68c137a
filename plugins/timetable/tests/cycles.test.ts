import { expect } from 'chai';
import { cyclesFor } from '../domain/solver/cycles.ts';

describe('the annealings of a search', () => {
  it('take twice as long each time while something hard is broken', () => {
    const cycles = cyclesFor(100);
    const lengths = [1, 2, 3].map(() => {
      const { length, hardForbidden } = cycles.next(false);
      cycles.took(length);
      expect(hardForbidden).to.equal(false);
      return length;
    });
    expect(lengths).to.deep.equal([50_000, 100_000, 200_000]);
  });

  it('spend half of the time for wishes on short tries nearby, of 1 1 2 1 1 2 4 lengths, and half on ever longer ones afresh', () => {
    const cycles = cyclesFor(100);
    const told = Array.from({ length: 14 }, () => {
      const { hottest, length } = cycles.next(true);
      cycles.took(length);
      return `${hottest > 1 ? 'afresh' : 'near'} ${length / 50_000}`;
    });
    expect(told).to.deep.equal([
      ...['afresh 1', 'near 1'],
      ...['afresh 2', 'near 1', 'near 2'],
      ...['afresh 4', 'near 1', 'near 1', 'near 2'],
      ...['afresh 8', 'near 4', 'near 1', 'near 1', 'near 2'],
    ]);
  });
});
