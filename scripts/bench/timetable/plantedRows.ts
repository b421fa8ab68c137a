import { compose } from '../../../plugins/timetable/domain/compose/compose.ts';
import { solvable } from '../../../plugins/timetable/domain/compose/solvable.ts';
import { solve } from '../../../plugins/timetable/domain/solver/solve.ts';
import { plantedSchool } from '../../../plugins/timetable/tests/planted/plantedSchool.ts';
import type { Row } from './table.ts';

/** Schools with groups in up to six zones and a planted timetable that costs nothing; a run ends when it finds as good a one. */
export function plantedRows(sizes: readonly number[], seeds: readonly number[], limit: number): Row[] {
  return sizes.map((groups) => {
    const runs = seeds.map((seed) => {
      const { problem } = solvable(compose(plantedSchool({ seed, groups }).facts));
      const before = process.cpuUsage();
      const started = performance.now();
      const { score, moves } = solve(problem, { seed, seconds: limit, now: () => performance.now() });
      const used = process.cpuUsage(before);
      const processorSeconds = (used.user + used.system) / 1e6;
      return { score, moves, processorSeconds, seconds: (performance.now() - started) / 1000 };
    });
    return {
      instance: `planted, ${groups} groups`,
      engine: 'tutoria',
      seconds: runs.map((run) => run.seconds),
      processorSeconds: runs.map((run) => run.processorSeconds),
      hard: runs.map((run) => run.score.hard),
      costs: runs.map((run) => run.score.soft),
      bestKnown: 0,
      proposals: runs.map((run) => run.moves / run.processorSeconds),
    };
  });
}
