import { expect } from 'chai';
import { cyclesFor } from '../domain/solver/cycles.ts';

describe('the annealings of a search', () => {
  for (const [what, best, coldest] of [
    ['something hard is broken', { hard: 1, soft: 0 }, 0.12],
    ['many wishes are left', { hard: 0, soft: 9 }, 0.06],
  ] as const)
    it(`take twice as long each time while ${what}`, () => {
      const cycles = cyclesFor(100);
      const told = [1, 2, 3].map(() => {
        const cycle = cycles.next(best);
        cycles.took(cycle.length);
        return [cycle.length, cycle.coldest];
      });
      expect(told).to.deep.equal([50_000, 100_000, 200_000].map((length) => [length, coldest]));
    });

  it('spend half of the time on short tries nearby when the best is nearly perfect, of 1 1 2 1 1 2 4 lengths, and half on ever longer ones afresh', () => {
    const cycles = cyclesFor(100);
    const told = Array.from({ length: 14 }, () => {
      const { hottest, length } = cycles.next({ hard: 0, soft: 1 });
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
