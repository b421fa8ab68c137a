import { expect } from 'chai';
import { RELATION_RULES } from '../domain/fet/rules/relationRules.ts';
import { ROOM_RULES } from '../domain/fet/rules/roomRules.ts';
import { TIME_RULES } from '../domain/fet/rules/timeRules.ts';
import { WEEK_RULES } from '../domain/fet/rules/weekRules.ts';
import { evaluate } from '../domain/model/evaluate.ts';
import { assignmentOf } from '../domain/solver/assignmentOf.ts';
import { compile } from '../domain/solver/compile/compiled.ts';
import { resume } from '../domain/solver/construct.ts';
import { SearchState } from '../domain/solver/searchState.ts';
import { solve } from '../domain/solver/solve.ts';
import { RULES } from './fetRules/table.ts';
import { at, tinySchool } from './fetRules/tinySchool.ts';

describe('the constraints of FET', () => {
  for (const { type, body, kept, broken } of RULES) {
    it(`${type} is told kept from broken, counted alike by recount and search, and kept by the solver`, () => {
      for (const weight of [100, 60]) {
        const { problem, unrepresented } = tinySchool(type, body, weight);
        expect(unrepresented).to.deep.equal([]);
        expect(evaluate(problem, at(kept)), `kept, weight ${weight}`).to.deep.include({ hard: 0, soft: 0 });
        const isHard = weight === 100;
        expect(evaluate(problem, at(broken)), `broken, weight ${weight}`).to.deep.include(
          isHard ? { hard: 1, soft: 0 } : { hard: 0, soft: 0.6 },
        );
        for (const timetable of [kept, broken]) expectSameCounts(problem, timetable);
        const solution = solve(problem, { seed: 1, steps: 4000, start: at(broken) });
        expect(solution.score, `solved, weight ${weight}`).to.deep.include({ hard: 0, soft: 0 });
      }
    });
  }

  it('are tried each, all that are covered, except those about buildings and closed rooms', () => {
    const tried = new Set(RULES.map(({ type }) => type));
    const untried = [...TIME_RULES, ...RELATION_RULES, ...WEEK_RULES, ...ROOM_RULES]
      .map(([type]) => type)
      .filter((type) => !tried.has(type) && !/BuildingChanges|RoomNotAvailableTimes/.test(type));
    expect(untried).to.deep.equal([]);
  });

  it('names what it does not cover, and whether that was a must', () => {
    const { unrepresented } = tinySchool('TwoSetsOfActivitiesOrdered', '', 100);
    expect(unrepresented).to.have.length(1);
    expect(unrepresented[0]).to.include({ type: 'TwoSetsOfActivitiesOrdered', hard: true, reason: 'not-supported' });
  });
});

/** What the search counted lesson by lesson against the recount. Starts that a must forbids are never tried: it leaves those out. */
function expectSameCounts(problem: Parameters<typeof compile>[0], timetable: string): void {
  const state = new SearchState(compile(problem), { hard: 4 });
  resume(state, at(timetable));
  const recount = evaluate(problem, assignmentOf(state.compiled, state.position, state.roomOf));
  expect({ hard: state.hard, soft: Math.round(state.soft * 1e6) / 1e6 + 0 }, timetable).to.deep.equal({
    hard: recount.hard,
    soft: recount.soft,
  });
}
