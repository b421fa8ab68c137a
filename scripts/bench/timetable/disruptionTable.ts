import { compose } from '../../../plugins/timetable/domain/compose/compose.ts';
import { solvable } from '../../../plugins/timetable/domain/compose/solvable.ts';
import type { Assignment } from '../../../plugins/timetable/domain/model/assignment.ts';
import { solve } from '../../../plugins/timetable/domain/solver/solve.ts';
import { disruptions } from '../../../plugins/timetable/tests/planted/disruptions.ts';
import { disturbanceOf, peopleIn } from '../../../plugins/timetable/tests/planted/disturbance.ts';
import { fewestMoves } from '../../../plugins/timetable/tests/planted/fewestMoves.ts';
import { plantedSchool } from '../../../plugins/timetable/tests/planted/plantedSchool.ts';
import { seededRandom } from '../../../server/optimise/random.ts';

const heads = ['disruption', 'seed', 'proven minimum', 'least change', 'fresh solve', 'hard'];

/**
 * People disturbed (once for each lesson of theirs that moves) when something happens in mid-term to a small planted school: the
 * least that trying everything proves, what "least change" finds, and a timetable made afresh. By numbers of moves, so it repeats.
 */
export function disruptionTable(seeds: readonly number[]): string {
  const rows = seeds.flatMap((seed) => {
    const school = plantedSchool({ seed, groups: 2, lessonsADay: 2, studentsAGroup: 4 });
    return disruptions(school, seededRandom(seed)).map(({ what, facts }) => {
      const composed = compose(facts);
      const { problem, current } = composed;
      const people = peopleIn(composed);
      const of = (after: Assignment): string => String(disturbanceOf(problem, current, after, people).people);
      const exact = fewestMoves(problem, current, { people, most: 3, judgements: 10_000 });
      const least = solvable(composed, { change: 'least' });
      const repaired = solve(least.problem, { seed, steps: 40_000, start: least.start });
      const fresh = solve(problem, { seed, steps: 10_000 });
      const proven = exact.proven && exact.disturbance ? String(exact.disturbance.people) : 'not proven';
      return [what, String(seed), proven, of(repaired.assignment), of(fresh.assignment), String(repaired.score.hard)];
    });
  });
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
