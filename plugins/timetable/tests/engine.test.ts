import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from '../../../server/optimise/random.ts';
import type { Placement } from '../domain/model/assignment.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { moveEffect } from '../domain/model/moveEffect.ts';
import { whyNot } from '../domain/model/whyNot.ts';
import { assignmentOf } from '../domain/solver/assignmentOf.ts';
import { compile, withWeightsOf } from '../domain/solver/compile/compiled.ts';
import { resume } from '../domain/solver/construct.ts';
import { Neighbourhood } from '../domain/solver/neighbourhood.ts';
import { SearchState } from '../domain/solver/searchState.ts';
import { solve } from '../domain/solver/solve.ts';
import { choices, randomAssignment, randomProblem } from './randomProblem.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('the timetable engine', () => {
  it('counts by deltas what the recount counts from scratch, move after move', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed);
        const state = new SearchState(compile(problem), { hard: 3 });
        const search = new Neighbourhood(state, seededRandom(seed));
        resume(state, randomAssignment(problem, seed, 20));
        for (let round = 0; round < 8; round++) {
          for (let i = 0; i < 5; i++) if (!search.isStuck) search.step(round % 2 === 0 ? 1000 : 0.5);
          const recount = evaluate(problem, assignmentOf(state.compiled, state.position, state.roomOf));
          expect(state.hard, 'hard').to.equal(recount.hard);
          expect(state.soft, 'soft').to.be.closeTo(recount.soft, 1e-6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reports the score that its timetable has, and never more than its start', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed);
        const reported: number[] = [];
        const solution = solve(problem, {
          seed,
          steps: 1500,
          onProgress: ({ hard, soft, best }) => {
            reported.push(hard);
            const { score } = best();
            expect(hard, 'hard so far').to.equal(score.hard);
            expect(soft, 'soft so far').to.be.closeTo(score.soft, 1e-6);
          },
        });
        expect(solution.score).to.deep.equal(evaluate(problem, solution.assignment));
        expect(reported.at(-1)).to.equal(solution.score.hard);
        expect(solution.feasibleAfter === null).to.equal(solution.score.hard > 0);
      }),
      { numRuns: 25 },
    );
  });

  it('takes over from a compiled problem what other weights do not change', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed);
        const strict = { ...problem, constraints: problem.constraints.map((rule) => ({ ...rule, weight: 100 })) };
        const { profiles, ...parts } = withWeightsOf(compile(problem), strict);
        const { profiles: _, names: __, ...expected } = compile(strict);
        expect(parts).to.deep.include(expected);
        expect(profiles).to.deep.equal(compile(problem).profiles);
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same timetable for the same seed and number of moves', () => {
    const problem = randomProblem(7);
    const once = solve(problem, { seed: 3, steps: 5000 });
    expect([...solve(problem, { seed: 3, steps: 5000 }).assignment]).to.deep.equal([...once.assignment]);
  });

  it('repeats exactly, by moves and looks, what a clock has cut short in the middle of placing or later', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 60, max: 300 }), (seed, tick) => {
        const problem = randomProblem(seed);
        let clock = 0;
        const cut = solve(problem, { seed, seconds: 1, now: () => (clock += tick) });
        const { moves, looks } = cut;
        const again = solve(problem, { seed, steps: moves, looks });
        expect({ ...again, feasibleAfter: 0 }).to.deep.equal({ ...cut, feasibleAfter: 0 });
      }),
      // The clock cuts these short as a try for wishes begins, which some one in five hundred meets by chance.
      {
        numRuns: 25,
        examples: [
          [342334, 250],
          [495799, 298],
        ],
      },
    );
  });

  it('says of a move what moving changes, and why not exactly when something hard gets worse', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed);
        const choice = choices(seed + 1);
        const assignment = randomAssignment(problem, seed, 10);
        const activity = choice.pick(problem.activities);
        const { place } = choice.pick(activity.options);
        const room = assignment.get(activity.id)?.room ?? null;
        const moved = new Map([...assignment, [activity.id, { place, room }]]);
        const [before, after] = [evaluate(problem, assignment), evaluate(problem, moved)];
        const effect = moveEffect(problem, assignment, activity.id, place);
        expect(effect.hard).to.equal(after.hard - before.hard);
        expect(effect.soft).to.be.closeTo(after.soft - before.soft, 1e-6);
        const costOf = (score: typeof before, id: string) => score.byConstraint.find((one) => one.id === id)?.cost ?? 0;
        const without = evaluate(problem, new Map([...assignment].filter(([id]) => id !== activity.id)));
        const worse = after.byConstraint
          .filter((one) => one.hard && one.cost > Math.min(costOf(before, one.id), costOf(without, one.id)))
          .map((one) => one.id);
        const blockers = whyNot(problem, assignment, activity.id, place);
        expect(blockers.map((one) => one.id)).to.have.members(worse);
      }),
      { numRuns: 150 },
    );
  });

  it('names everybody in the way: once they are gone the move is legal, for 1,000 random lessons and places', () => {
    let blocked = 0;
    for (let seed = 0; seed < 100; seed++) {
      const problem = randomProblem(seed);
      const choice = choices(seed + 2);
      const assignment = new Map<string, Placement>();
      for (const [id, at] of randomAssignment(problem, seed, 10))
        if (whyNot(problem, assignment, id, at.place, at.room).length === 0) assignment.set(id, at);
      for (let pair = 0; pair < 10; pair++) {
        const activity = choice.pick(problem.activities);
        const { place } = choice.pick(activity.options);
        const others = new Set(whyNot(problem, assignment, activity.id, place).flatMap((one) => one.activities));
        if (others.size > 0) blocked += 1;
        const gone = new Map([...assignment].filter(([id]) => !others.has(id)));
        const left = whyNot(problem, gone, activity.id, place).filter(
          (one) => one.isThere && one.activities.length > 0,
        );
        expect(left.map((one) => one.id)).to.deep.equal([]);
      }
    }
    expect(blocked, 'pairs with somebody in the way').to.be.greaterThan(100);
  });
});
