import { expect } from 'chai';
import { wishTriesFor } from '../domain/solver/wishTries.ts';

describe('tries to keep wishes by placing', () => {
  it('begin with all wishes, and take it up again with four times the looks once annealing has had its share', () => {
    const tries = wishTriesFor(100);
    expect(tries.next()).to.deep.equal({ kind: 'all', looks: 50_000 });
    tries.tried('all', { looks: 50_000, missing: 4 });
    expect(tries.next()).to.equal(null);
    tries.annealed(99_000);
    expect(tries.next()).to.equal(null);
    tries.annealed(1000);
    expect(tries.next()).to.deep.equal({ kind: 'all', looks: 200_000 });
  });

  for (const [why, missing] of [
    ['many lessons found no place', 40],
    ['every lesson found one, and some wish is open all the same', 0],
  ] as const)
    it(`go on with one wish at a time, a few between two annealings, when ${why}`, () => {
      const tries = wishTriesFor(100);
      tries.tried('all', { looks: 0, missing });
      tries.annealed(1_000_000);
      const kinds: (string | undefined)[] = [];
      for (let next = tries.next(); next; next = tries.next()) {
        kinds.push(next.kind);
        tries.tried(next.kind, { looks: 10, missing: 1 });
      }
      expect(kinds).to.deep.equal(new Array(8).fill('one-more'));
    });
});
