import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { seededRandom } from '../../../server/optimise/random.ts';
import { construct } from '../domain/ctt/construct.ts';
import { cttLectures } from '../domain/ctt/cttLectures.ts';
import { cttModel } from '../domain/ctt/cttModel.ts';
import { CttMoves } from '../domain/ctt/cttMoves.ts';
import { CttState } from '../domain/ctt/cttState.ts';
import type { CttInstance } from '../domain/ctt/instance.ts';
import { readCtt } from '../domain/ctt/readCtt.ts';
import { recount } from '../domain/ctt/recount.ts';
import { solveCtt } from '../domain/ctt/solveCtt.ts';
import { cttSizes, plantedCtt } from './planted/plantedCtt.ts';
import { cttText, randomCtt } from './randomCtt.ts';

const colegio = readCtt(readFileSync(new URL('./ctt/colegio.ctt', import.meta.url), 'utf8'));
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const eight = (act: () => void): void => Array.from({ length: 8 }).forEach(act);
const never = (): boolean => false;

const scoreOf = (instance: CttInstance, slots: Int32Array) =>
  recount(instance, { lectures: cttLectures(cttModel(instance), slots), malformed: [] });

describe('the search for .ctt timetables', () => {
  it('counts by deltas what the recount counts from scratch, move after move', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomCtt(seed);
        const random = seededRandom(seed);
        const state = new CttState(cttModel(instance));
        const turns = random.below(30);
        construct(state, random, turns, never);
        const moves = new CttMoves(state, random);
        for (let round = 0; round < 12; round++) {
          eight(() => moves.step(round % 2 === 0 ? 1000 : 0.5));
          if (round === 6) moves.adopt(moves.best.slotOf);
          const score = scoreOf(instance, state.slotOf);
          expect(state.unplaced, 'hard').to.equal(score.hard);
          expect(state.soft, 'soft').to.equal(score.soft);
          expect([...state.rivals], 'rivals').to.deep.equal(rivalsFromScratch(state));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reports the cost that its timetable has, and repeats itself for one seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomCtt(seed);
        const options = { seed, budget: { kind: 'steps', steps: 3000 }, shouldStop: never } as const;
        const solution = solveCtt(instance, options);
        const score = scoreOf(instance, solution.slots);
        expect([solution.unplaced, solution.soft]).to.deep.equal([score.hard, score.soft]);
        expect(solveCtt(instance, options)).to.deep.equal(solution);
      }),
      { numRuns: 20 },
    );
  });

  it('repeats exactly what a clock and a stop flag have cut short', () => {
    let clock = 0;
    let looks = 0;
    const cut = solveCtt(colegio, {
      seed: 5,
      budget: { kind: 'time', milliseconds: 4000, now: () => (clock += 1 + (clock % 3)) },
      shouldStop: () => ++looks > 300,
    });
    expect(cut.steps).to.be.greaterThan(5000);
    const again = solveCtt(colegio, { seed: 5, budget: { kind: 'replay', log: cut.log }, shouldStop: never });
    expect(again).to.deep.equal(cut);
    const other = solveCtt(colegio, { seed: 6, budget: { kind: 'replay', log: cut.log }, shouldStop: never });
    expect([...other.slots]).to.not.deep.equal([...cut.slots]);
  });

  it('finds the least that the small school can have', () => {
    // Coro lacks a seat: 1. Latin on two days leaves it alone on one of them: 2; on one day it would cost 5.
    const { soft, unplaced } = solveCtt(colegio, {
      seed: 1,
      budget: { kind: 'steps', steps: 60_000 },
      shouldStop: never,
    });
    expect(unplaced).to.equal(0);
    expect(soft).to.equal(3);
  });

  for (const [name, size] of Object.entries(cttSizes))
    it(`keeps every hard rule of a ${name} instance of the competition's kind, for which a timetable at cost 0 is known`, () => {
      const { instance, solution } = plantedCtt(3, size);
      expect(recount(instance, { lectures: solution, malformed: [] })).to.deep.include({ hard: 0, soft: 0 });
      expect(readCtt(cttText(instance))).to.deep.equal(instance);
      const found = solveCtt(instance, { seed: 1, budget: { kind: 'steps', steps: 60_000 }, shouldStop: never });
      const score = scoreOf(instance, found.slots);
      expect([score.hard, score.soft]).to.deep.equal([0, found.soft]);
    });

  it('leaves out what has no place, and says so', () => {
    const full = { ...colegio, days: 1, periodsPerDay: 3, unavailable: [] };
    const { slots, unplaced } = solveCtt(full, {
      seed: 1,
      budget: { kind: 'steps', steps: 20_000 },
      shouldStop: never,
    });
    // Eight lectures of the first curriculum share three periods; the second one's two Latin and one Coro find theirs.
    expect(unplaced).to.equal(5);
    expect(scoreOf(full, slots).hard).to.equal(5);
  });

  it('has an answer for instances without rooms or lectures', () => {
    const budget = { kind: 'steps', steps: 2000 } as const;
    expect(solveCtt({ ...colegio, rooms: [] }, { seed: 1, budget, shouldStop: never }).unplaced).to.equal(11);
    expect(
      solveCtt({ ...colegio, courses: [], curricula: [], unavailable: [] }, { seed: 1, budget, shouldStop: never })
        .soft,
    ).to.equal(0);
  });

  it('moves nothing where there are courses without lectures only', () => {
    const courses = colegio.courses.map((one) => ({ ...one, lectures: 0 }));
    const budget = { kind: 'steps', steps: 2000 } as const;
    const { soft, slots } = solveCtt({ ...colegio, courses }, { seed: 1, budget, shouldStop: never });
    expect([...slots]).to.deep.equal([]);
    expect(soft).to.equal(scoreOf({ ...colegio, courses }, slots).soft);
  });

  it('ends at once when it is told to stop, with what it has', () => {
    const { steps, slots } = solveCtt(colegio, {
      seed: 1,
      budget: { kind: 'steps', steps: 1e9 },
      shouldStop: () => true,
    });
    expect(steps).to.equal(0);
    expect(slots).to.have.length(11);
  });
});

function rivalsFromScratch({ model, slotOf, periodOf }: CttState): number[] {
  return Array.from({ length: model.courses * model.periods }, (_, cell) => {
    const course = Math.floor(cell / model.periods);
    return [...slotOf].filter((slot, lecture) => {
      const other = model.courseOf[lecture] ?? 0;
      return (
        slot >= 0 && periodOf[slot] === cell % model.periods && model.conflict[course * model.courses + other] === 1
      );
    }).length;
  });
}
