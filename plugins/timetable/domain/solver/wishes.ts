import type { Random } from '../../../../server/optimise/random.ts';
import type { Assignment } from '../model/assignment.ts';
import { isHard } from '../model/constraint.ts';
import { evaluate } from '../model/evaluate.ts';
import type { Problem } from '../model/problem.ts';
import { assignmentOf } from './assignmentOf.ts';
import { withWeightsOf } from './compile/compiled.ts';
import { construct, fill } from './construct.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { type Prices, rankOf, SearchState } from './searchState.ts';

export interface Attempt {
  /** Starts that were looked at. */
  readonly looks: number;
  /** Lessons that found no place while wishes were rules. */
  readonly missing: number;
}

/**
 * Keeps wishes by placing lessons as if they were rules. Placing moves lessons of several groups on in one chain, which finds timetables that no
 * single change of the annealing leads to.
 */
export class Wishes {
  readonly #search: Neighbourhood;
  readonly #random: Random;
  readonly #prices: Prices;

  constructor(search: Neighbourhood, random: Random, prices: Prices) {
    this.#search = search;
    this.#random = random;
    this.#prices = prices;
  }

  /** Every wish as a rule, from `start`; what finds no place so is placed without them. */
  all(start: Assignment, isOver: (looks: number) => boolean): Attempt {
    return this.#attempt(start, () => true, isOver);
  }

  /** The wishes that the best timetable keeps, and one that it does not. */
  oneMore(isOver: (looks: number) => boolean): Attempt {
    const { state, best } = this.#search;
    const assignment = assignmentOf(state.compiled, best.position, best.room);
    const broken = evaluate(state.compiled.problem, assignment)
      .byConstraint.filter(({ hard }) => !hard)
      .map(({ id }) => id);
    const chosen = broken[this.#random.below(broken.length)];
    const others = new Set(broken.filter((id) => id !== chosen));
    return this.#attempt(assignment, (id) => !others.has(id), isOver);
  }

  #attempt(start: Assignment, isRule: (id: string) => boolean, isOver: (looks: number) => boolean): Attempt {
    const { compiled } = this.#search.state;
    const strict = new SearchState(withWeightsOf(compiled, stricter(compiled.problem, isRule)), this.#prices);
    const looks = fill(strict, this.#random, start, isOver);
    const placed = assignmentOf(strict.compiled, strict.position, strict.roomOf);
    const whole = new SearchState(compiled, this.#prices);
    const more = fill(whole, this.#random, placed, (done) => isOver(looks + done));
    construct(whole, this.#random);
    if (rankOf(whole) < rankOf(this.#search.best) - 1e-9) this.#search.adopt(whole);
    return { looks: looks + more, missing: compiled.activities - placed.size };
  }
}

const stricter = (problem: Problem, isRule: (id: string) => boolean): Problem => ({
  ...problem,
  constraints: problem.constraints.map((rule) => (isHard(rule) || !isRule(rule.id) ? rule : { ...rule, weight: 100 })),
});
