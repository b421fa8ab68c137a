import type { Random } from '../../../../server/optimise/random.ts';
import type { Assignment } from '../model/assignment.ts';
import { positionOf } from './compile/domains.ts';
import { at } from './ints.ts';
import { Placer, type Started } from './placing/placer.ts';
import type { SearchState } from './searchState.ts';

/**
 * Begins from `start` and, when that is not whole, places as many of the others as can be without any hard conflict, until
 * `isOver` says so. Returns the starts that were looked at.
 */
export function place(
  state: SearchState,
  random: Random,
  start: Assignment,
  isOver: (looks: number) => boolean,
): number {
  // A whole draft is taken as it is: what is wrong with it is for the search to mend, not to be torn up.
  if (start.size > 0 && state.compiled.problem.activities.every(({ id }) => start.has(id))) {
    resume(state, start);
    return 0;
  }
  return fill(state, random, start, isOver);
}

/** Keeps of `start` what breaks no hard rule, and places as many of the others as can be without breaking any. Returns the starts that were looked at. */
export function fill(
  state: SearchState,
  random: Random,
  start: Assignment,
  isOver: (looks: number) => boolean,
): number {
  const placer = new Placer(state.present, state.terms, random, positionsOf(state, start));
  placer.run(isOver);
  placer.clear();
  for (const [activity, position] of placer.best.position.entries()) {
    if (position >= 0) state.force(activity, position, at(placer.best.room, activity));
  }
  return placer.looks;
}

/** Puts activities where `start` has them, as far as the search tries those starts and rooms; the others stay unplaced. */
export function resume(state: SearchState, start: Assignment): void {
  const { position, room } = positionsOf(state, start);
  for (const [activity, there] of position.entries()) if (there >= 0) state.force(activity, there, at(room, activity));
}

/** Positions and rooms of a draft, -1 for lessons that it does not place, or at a start that the search does not try. */
function positionsOf(state: SearchState, start: Assignment): Started {
  const { problem, names, options, domains } = state.compiled;
  const position = new Int32Array(problem.activities.length).fill(-1);
  const room = new Int32Array(problem.activities.length).fill(-1);
  for (const [activity, { id }] of problem.activities.entries()) {
    const placement = start.get(id);
    if (!placement) continue;
    const place = names.place(placement.place);
    const list = at(options.listOf, activity);
    for (let option = at(options.listStart, list); option < at(options.listStart, list + 1); option++) {
      if (at(options.place, option) !== place) continue;
      position[activity] = positionOf(domains, options, activity, option);
      const wanted = placement.room === null ? -1 : names.resource(placement.room);
      room[activity] = state.rooms.offers(activity, wanted) ? wanted : state.rooms.first(activity);
      break;
    }
  }
  return { position, room };
}

/**
 * Places every unplaced activity greedily, the hardest first: those with few starts for the people whom they bind. Each goes
 * where the cost rises least; ties are drawn.
 */
export function construct(state: SearchState, random: Random): void {
  const { domains, usage } = state.compiled;
  const size = (activity: number): number => at(domains.start, activity + 1) - at(domains.start, activity);
  const people = (activity: number): number =>
    at(usage.limited.start, activity + 1) - at(usage.limited.start, activity);
  const length = (activity: number): number => state.compiled.problem.activities[activity]?.duration ?? 1;
  const ease = (activity: number): number => size(activity) / (1 + people(activity)) / length(activity) ** 2;
  const waiting = Array.from(state.position.keys()).filter(
    (activity) => at(state.position, activity) < 0 && size(activity) > 0,
  );
  const order = waiting.map((activity) => ({ activity, key: ease(activity) * (0.9 + 0.2 * random.next()) }));
  for (const { activity } of order.sort((a, b) => a.key - b.key || a.activity - b.activity))
    placeBest(state, activity, random);
}

function placeBest(state: SearchState, activity: number, random: Random): void {
  const { domains } = state.compiled;
  const first = at(domains.start, activity);
  const count = at(domains.start, activity + 1) - first;
  const offset = random.below(count);
  let lowest = Number.POSITIVE_INFINITY;
  let best = { position: first, room: -1 };
  for (let i = 0; i < count; i++) {
    const position = first + ((offset + i) % count);
    const room = state.rooms.best(activity, at(domains.option, position), random);
    state.shift(activity, position, room);
    const cost = state.settle(state.lowerBound(), lowest);
    state.revert(true);
    if (cost >= lowest) continue;
    lowest = cost;
    best = { position, room };
  }
  state.force(activity, best.position, best.room);
}
