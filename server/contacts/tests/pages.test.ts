import { expect } from 'chai';
import { pagesOf } from '../domain/pages.ts';

const people = ['child', 'mother', 'father', 'aunt'].map((personId) => ({ personId }));
const namesOn = (apart: readonly (readonly [string, string])[]): string[] =>
  pagesOf(
    people,
    apart.map(([oneId, otherId]) => ({ oneId, otherId })),
  ).map((page) => page.map(({ personId }) => personId).join(' '));

describe('The pages of a family', () => {
  it('are one where nobody is separated', () => {
    expect(namesOn([])).to.deep.equal(['child mother father aunt']);
    expect(pagesOf(people.slice(0, 1), [])).to.deep.equal([people.slice(0, 1)]);
  });

  it('never name two who are separated', () => {
    expect(namesOn([['father', 'mother']])).to.deep.equal(['child mother aunt', 'child father']);
    expect(
      namesOn([
        ['father', 'mother'],
        ['aunt', 'mother'],
      ]),
    ).to.deep.equal(['child mother', 'child father aunt']);
  });
});
