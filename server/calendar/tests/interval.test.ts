import { expect } from 'chai';
import fc from 'fast-check';
import { covers, type Interval, intersect, merge, overlaps, subtract } from '../domain/interval.ts';

const span = (start: number, end: number): Interval => ({ startsAt: new Date(start), endsAt: new Date(end) });
const intervals = fc.array(
  fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => span(start, start + length)),
  { maxLength: 8 },
);
const points = (list: readonly Interval[]): ReadonlySet<number> =>
  new Set(
    list.flatMap(({ startsAt, endsAt }) =>
      Array.from({ length: endsAt.getTime() - startsAt.getTime() }, (_, i) => startsAt.getTime() + i),
    ),
  );

describe('intervals', () => {
  it('that touch do not overlap', () => {
    expect(overlaps(span(0, 5), span(5, 9))).to.equal(false);
    expect(overlaps(span(0, 6), span(5, 9))).to.equal(true);
  });

  it('merge, intersect and subtract as sets of instants do', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [pa, pb] = [points(a), points(b)];
        expect(points(merge(a))).to.deep.equal(new Set([...pa].sort((x, y) => x - y)));
        expect(points(intersect(a, b))).to.deep.equal(
          new Set([...pa].filter((at) => pb.has(at)).sort((x, y) => x - y)),
        );
        expect(points(subtract(a, b))).to.deep.equal(
          new Set([...pa].filter((at) => !pb.has(at)).sort((x, y) => x - y)),
        );
      }),
    );
  });

  it('cover what lies within one of them', () => {
    fc.assert(
      fc.property(intervals, fc.nat(30), fc.integer({ min: 1, max: 6 }), (list, start, length) => {
        const wanted = span(start, start + length);
        const all = points(list);
        expect(covers(merge(list), wanted)).to.equal([...points([wanted])].every((at) => all.has(at)));
      }),
    );
  });
});
