import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from '../../../server/optimise/random.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { assignmentOf } from '../domain/solver/assignmentOf.ts';
import { compile } from '../domain/solver/compile/compiled.ts';
import { place } from '../domain/solver/construct.ts';
import { SearchState } from '../domain/solver/searchState.ts';
import { randomAssignment, randomProblem } from './randomProblem.ts';

/** Left to the search: rules about rooms; not to be kept at all: rules about one lesson, or somebody without lessons. */
const ROOMS = ['building-changes', 'same-room-if-consecutive', 'different-rooms', 'allowed-rooms'];
const ALONE = ['lock', 'breaks', 'allowed-atoms', 'allowed-starts', 'unavailable', 'min-hours', 'min-days'];
const LEFT: ReadonlySet<string> = new Set([...ROOMS, ...ALONE]);

describe('placing lesson by lesson', () => {
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
