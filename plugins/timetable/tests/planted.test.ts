import { expect } from 'chai';
import { seededRandom } from '../../../server/optimise/random.ts';
import { compose } from '../domain/compose/compose.ts';
import { explain } from '../domain/compose/explain.ts';
import { isImpossible } from '../domain/compose/finding.ts';
import { findings } from '../domain/compose/findings.ts';
import { sharesOf } from '../domain/compose/shares.ts';
import { solvable } from '../domain/compose/solvable.ts';
import type { Assignment } from '../domain/model/assignment.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { precheck } from '../domain/model/precheck.ts';
import { solve } from '../domain/solver/solve.ts';
import { disruptions } from './planted/disruptions.ts';
import { disturbanceOf, peopleIn } from './planted/disturbance.ts';
import { fewestMoves } from './planted/fewestMoves.ts';
import { impossibles } from './planted/impossible.ts';
import { plantedSchool } from './planted/plantedSchool.ts';

describe('planted schools', () => {
  it('have the timetable that was planted: nothing hard broken, no wish left', () => {
    for (let seed = 0; seed < 6; seed++) {
      const { facts, planted } = plantedSchool({ seed, groups: 1 + seed });
      const { problem, current } = compose({ ...facts, lessons: planted });
      const { hard, soft } = evaluate(problem, current);
      expect([hard, soft], `seed ${seed}`).to.deep.equal([0, 0]);
    }
  });

  for (const groups of [1, 2, 3])
    it(`are solved as well as they were planted: ${groups} groups, each in a zone of its own`, () => {
      const { problem } = solvable(compose(plantedSchool({ seed: groups, groups, lessonsADay: 4 }).facts));
      const { score } = solve(problem, { seed: 1, steps: 300_000 });
      expect([score.hard, score.soft]).to.deep.equal([0, 0]);
    });

  for (const seed of [7, 8, 11])
    it(`are solved as well as they were planted: six groups in six zones, school ${seed}, where the last wish takes changes in three groups at once`, () => {
      const { problem } = solvable(compose(plantedSchool({ seed, groups: 6 }).facts));
      const { score } = solve(problem, { seed, steps: 1_000_000 });
      expect([score.hard, score.soft]).to.deep.equal([0, 0]);
    });
});

describe('a timetable of the school', () => {
  it('is explained in parts that add up to the recount: by rule, by lesson, by group and by teacher', () => {
    for (let seed = 0; seed < 4; seed++) {
      const composed = compose(plantedSchool({ seed, groups: 2 }).facts);
      const { problem } = composed;
      const random = seededRandom(seed);
      const assignment: Assignment = new Map(
        problem.activities.flatMap(({ id, options }) => {
          const option = options[random.below(options.length + 1)];
          return option ? [[id, { place: option.place, room: null }]] : [];
        }),
      );
      const { hard, soft } = evaluate(problem, assignment);
      expect(hard).to.be.above(0);
      const explanation = explain(composed, evaluate(problem, assignment));
      const { lessons, groups, teachers, rest } = sharesOf(composed, explanation);
      for (const parts of [lessons, groups, teachers]) {
        expect(parts.reduce((sum, one) => sum + one.hard, rest.hard)).to.be.closeTo(hard, 1e-6);
        expect(parts.reduce((sum, one) => sum + one.soft, rest.soft)).to.be.closeTo(soft, 1e-6);
      }
      expect(explanation.constraints.reduce((sum, one) => sum + one.cost, 0)).to.be.closeTo(hard + soft, 1e-6);
    }
  });
});

describe('impossible schools', () => {
  for (const { what, facts } of impossibles(plantedSchool({ seed: 5, groups: 2, lessonsADay: 3 })))
    it(`are proven to be: ${what}`, () => {
      const composed = compose(facts);
      const proofs = [...findings(composed).filter(isImpossible), ...precheck(composed.problem)];
      expect(proofs).to.not.deep.equal([]);
      expect(solve(composed.problem, { seed: 1, steps: 5000 }).score.hard).to.be.greaterThan(0);
    });
});

describe('disruptions in mid-term', function () {
  this.timeout(60_000);
  const school = plantedSchool({ seed: 8, groups: 2, lessonsADay: 2, studentsAGroup: 4 });
  for (const { what, facts } of disruptions(school, seededRandom(8)))
    it(`disturb as few as can be proven: ${what}`, () => {
      const composed = compose(facts);
      const { problem, current } = composed;
      const people = peopleIn(composed);
      const of = (after: Assignment) => disturbanceOf(problem, current, after, people);
      expect(evaluate(problem, current).hard, 'it disrupts').to.be.greaterThan(0);
      const exact = fewestMoves(problem, current, { people, most: 3, judgements: 10_000 });
      expect(exact.proven).to.equal(true);
      expect(evaluate(problem, exact.assignment ?? new Map()).hard).to.equal(0);
      const least = solvable(composed, { change: 'least' });
      const repaired = solve(least.problem, { seed: 1, steps: 40_000, start: least.start });
      expect(repaired.score.hard).to.equal(0);
      expect(of(repaired.assignment).people).to.equal(exact.disturbance?.people);
      const fresh = solve(problem, { seed: 1, steps: 10_000 });
      expect(fresh.score.hard).to.equal(0);
      expect(of(fresh.assignment).people).to.be.greaterThan(of(repaired.assignment).people);
    });
});
