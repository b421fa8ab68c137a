import { expect } from 'chai';
import fc from 'fast-check';
import { type Candidate, fairest, type LessonToCompromise, sumOf, worstOf } from '../domain/compose/fairest.ts';
import { crowds } from '../domain/compose/matching.ts';

const students = ['Luis', 'Marta', 'Nuria', 'Olga'];

const candidates = fc
  .array(fc.subarray(students, { minLength: 1 }), { minLength: 1, maxLength: 4 })
  .map((sets): Candidate[] => sets.map((absent, index) => ({ id: String(index), absent })));
const lessons = fc
  .array(candidates, { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((list, index) => ({ id: `lesson ${index}`, candidates: list })));
const already = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
  .map((counts) => new Map(students.map((id, index) => [id, counts[index] ?? 0])));

/** No two lessons at the same place. */
const apart = (_a: string, at: Candidate, _b: string, other: Candidate): boolean => at.id !== other.id;

function everyChoice(list: readonly LessonToCompromise<Candidate>[]): readonly (readonly Candidate[])[] {
  const [first, ...rest] = list;
  if (!first) return [[]];
  return everyChoice(rest).flatMap((others) =>
    first.candidates.filter((one) => others.every((other) => other.id !== one.id)).map((one) => [one, ...others]),
  );
}

function bruteForce(list: readonly LessonToCompromise<Candidate>[], had: ReadonlyMap<string, number>) {
  const scores = everyChoice(list).map((choice) => {
    const totals = new Map(had);
    for (const id of choice.flatMap(({ absent }) => absent)) totals.set(id, (totals.get(id) ?? 0) + 1);
    return { worst: worstOf(totals.values()), sum: sumOf(totals.values()) };
  });
  return scores.sort((a, b) => a.worst - b.worst || a.sum - b.sum)[0];
}

describe('The fairest compromise', () => {
  it('is what trying everything finds: first the worst student’s total, then the sum', () => {
    fc.assert(
      fc.property(lessons, already, (list, had) => {
        const found = fairest(list, had, apart);
        const best = bruteForce(list, had);
        expect(found && { worst: found.worst, sum: found.sum }).to.deep.equal(best);
        expect(found?.isProven ?? true).to.equal(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('spares who is absent already, even when more students are absent then', () => {
    const list = [
      {
        id: 'Maths',
        candidates: [
          { id: '1', absent: ['Luis'] },
          { id: '2', absent: ['Marta', 'Nuria'] },
        ],
      },
    ];
    const found = fairest(list, new Map([['Luis', 2]]));
    expect(found?.choice.get('Maths')?.id).to.equal('2');
    expect(found).to.deep.include({ worst: 2, sum: 4 });
  });

  it('proves at once that equal shares cannot be bettered', () => {
    const list = Array.from({ length: 12 }, (_, nth) => ({
      id: String(nth),
      candidates: Array.from({ length: 40 }, (_unused, place) => ({
        id: String(place),
        absent: [place % 2 === 0 ? 'Luis' : 'Marta'],
      })),
    }));
    expect(fairest(list, new Map(), apart)).to.deep.include({ worst: 6, sum: 12, isProven: true });
  });
});

describe('Too few slots', () => {
  const slots = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { maxLength: 6 });

  const most = (list: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number => {
    const [first, ...rest] = list;
    if (!first) return 0;
    const placed = first.filter((slot) => !taken.has(slot)).map((slot) => 1 + most(rest, new Set([...taken, slot])));
    return Math.max(most(rest, taken), ...placed);
  };

  it('are found exactly, each time with jobs that know no other slots', () => {
    fc.assert(
      fc.property(slots, (list) => {
        const found = crowds(list);
        const missing = found.reduce((sum, { leftOver }) => sum + leftOver.length, 0);
        expect(missing).to.equal(list.length - most(list));
        for (const { jobs, slots: few, leftOver } of found) {
          expect(jobs.length - few.length).to.equal(leftOver.length);
          for (const job of jobs) expect(few).to.include.members([...(list[job] ?? [])]);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
