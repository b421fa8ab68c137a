import type { Activity } from '../../domain/model/activity.ts';
import type { Assignment } from '../../domain/model/assignment.ts';
import { isHard } from '../../domain/model/constraint.ts';
import { evaluate } from '../../domain/model/evaluate.ts';
import type { Problem } from '../../domain/model/problem.ts';
import { unaryVerdict } from '../../domain/model/unaryVerdict.ts';
import { type Disturbance, disturbanceOf, type PeopleOf } from './disturbance.ts';

export interface FewestMovesOptions {
  readonly people: PeopleOf;
  /** Most activities to move, new ones included. */
  readonly most: number;
  /** Timetables to judge before giving up. */
  readonly judgements: number;
}

export interface FewestMoves {
  /** Null when nothing without hard conflict was found within the limits. */
  readonly assignment: Assignment | null;
  readonly disturbance: Disturbance | null;
  /** Nothing within `most` moves disturbs fewer people; false when the judgements were used up before that was sure. */
  readonly proven: boolean;
}

interface Search {
  readonly problem: Problem;
  readonly before: Assignment;
  readonly options: FewestMovesOptions;
  readonly byId: ReadonlyMap<string, Activity>;
  readonly placesOf: (activity: Activity) => readonly string[];
  left: number;
  best: Assignment | null;
  least: number;
}

/**
 * The change of a timetable that disturbs the fewest people and breaks no hard rule: exact, by branch and bound. It suffices to move what has
 * a part in something broken: were none of those moved, it would stay broken. Judges by the recount, so it is for few moves.
 */
export function fewestMoves(problem: Problem, before: Assignment, options: FewestMovesOptions): FewestMoves {
  const verdict = unaryVerdict(problem);
  const open = new Map<string, readonly string[]>();
  const search: Search = {
    problem: { ...problem, constraints: problem.constraints.filter(isHard) },
    before,
    options,
    byId: new Map(problem.activities.map((activity) => [activity.id, activity])),
    placesOf: (activity) => {
      const known = open.get(activity.id);
      if (known) return known;
      const places = activity.options
        .filter((option) => verdict(activity, option).length === 0)
        .map(({ place }) => place);
      open.set(activity.id, places);
      return places;
    },
    left: options.judgements,
    best: null,
    least: Number.POSITIVE_INFINITY,
  };
  for (let most = 0; most <= options.most && search.left > 0; most++) descend(search, before, new Set(), most);
  const disturbance = search.best && disturbanceOf(problem, before, search.best, options.people);
  return { assignment: search.best, disturbance, proven: search.left > 0 && search.best !== null };
}

/** Called with growing `most`: shallow answers bound the deep ones. What breaks a rule all by itself has to move in any case. */
function descend(search: Search, here: Assignment, moved: ReadonlySet<string>, most: number): void {
  const { problem, before, options } = search;
  const cost = disturbanceOf(problem, before, here, options.people).people;
  if (search.left <= 0 || cost >= search.least) return;
  search.left -= 1;
  const { hard, byConstraint } = evaluate(problem, here);
  if (hard === 0) {
    search.best = here;
    search.least = cost;
    return;
  }
  const movable = byConstraint.map((part) => part.activities.filter((id) => !moved.has(id)));
  const forced = new Set(byConstraint.flatMap(({ activities }) => (activities.length === 1 ? activities : [])));
  const waiting = [...forced].filter((id) => !moved.has(id));
  const due = waiting.reduce((sum, id) => sum + priceOf(search, id), 0);
  if (moved.size + Math.max(1, waiting.length) > most || cost + due >= search.least) return;
  // The broken rule with the fewest to choose from branches least.
  const [fewest = []] = movable.sort((a, b) => a.length - b.length);
  for (const id of fewest)
    if (cost + priceOf(search, id) < search.least)
      for (const next of movesOf(search, here, id)) descend(search, next, new Set([...moved, id]), most);
}

const priceOf = ({ before, options }: Search, id: string): number => (before.has(id) ? options.people(id) : 0);

/** The timetable with one activity elsewhere, for every other place that it may have. */
function movesOf(search: Search, here: Assignment, id: string): Assignment[] {
  const activity = search.byId.get(id);
  if (!activity) return [];
  const room = here.get(id)?.room ?? activity.rooms[0] ?? null;
  return search
    .placesOf(activity)
    .filter((place) => place !== here.get(id)?.place)
    .map((place): Assignment => new Map([...here, [id, { place, room }]]));
}
