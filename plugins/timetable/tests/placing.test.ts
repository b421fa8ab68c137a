import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from '../../../server/optimise/random.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { assignmentOf } from '../domain/solver/assignmentOf.ts';
import { compile } from '../domain/solver/compile/compiled.ts';
import { place } from '../domain/solver/construct.ts';
import { Board } from '../domain/solver/placing/board.ts';
import { IMPOSSIBLE, Leavers } from '../domain/solver/placing/leavers.ts';
import { SearchState } from '../domain/solver/searchState.ts';
import { randomAssignment, randomProblem } from './randomProblem.ts';

/** Left to the search: rules about rooms; not to be kept at all: rules about one lesson, or somebody without lessons. */
const ROOMS = ['building-changes', 'same-room-if-consecutive', 'different-rooms', 'allowed-rooms'];
const ALONE = ['lock', 'breaks', 'allowed-atoms', 'allowed-starts', 'unavailable', 'min-hours', 'min-days'];
const LEFT: ReadonlySet<string> = new Set([...ROOMS, ...ALONE]);

describe('placing lesson by lesson', () => {
  it('lets nobody leave who has no other start or was moved in the same chain, and charges everybody once', () => {
    const state = new SearchState(compile(randomProblem(1)), { hard: 4 });
    const leavers = new Leavers(new Board(state.present));
    leavers.clear();
    for (const why of [1, 2, 3]) {
      leavers.fixed[0] = why;
      expect(leavers.add(0), `fixed ${why}`).to.equal(IMPOSSIBLE);
    }
    leavers.fixed[0] = 0;
    leavers.weight[0] = 3;
    expect([leavers.add(0), leavers.add(0), leavers.length]).to.deep.equal([3, 0, 1]);
  });

  it('breaks no hard rule that lessons still to come could not mend, from nothing and from a part of a draft', () => {
    let placed = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (seed, fromDraft) => {
        const problem = randomProblem(seed);
        const free = { ...problem, waivers: [] };
        const state = new SearchState(compile(free), { hard: 4 });
        const start = fromDraft ? new Map([...randomAssignment(free, seed, 50)].slice(1)) : new Map();
        place(state, seededRandom(seed), start, (looks) => looks > 1500);
        if (state.position.includes(-1)) return;
        placed += 1;
        const score = evaluate(free, assignmentOf(state.compiled, state.position, state.roomOf));
        const broken = score.byConstraint.filter((one) => one.hard && !LEFT.has(one.kind)).map((one) => one.kind);
        expect(broken).to.deep.equal([]);
      }),
      { numRuns: 80 },
    );
    expect(placed, 'whole timetables among them').to.be.greaterThan(10);
  });
});
