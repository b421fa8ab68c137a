/**
 * How the time to a timetable without hard conflict grows from 12 to 500 groups (20 students each, 1.4 teachers a group, six
 * zones). `npx tsx scripts/bench/timetableScale.ts [--groups 12,30,60] [--seconds 600] [--seed 1]`; one JSON line a size.
 */
import { parseArgs } from 'node:util';
import { compose } from '../../plugins/timetable/domain/compose/compose.ts';
import { solvable } from '../../plugins/timetable/domain/compose/solvable.ts';
import { evaluate } from '../../plugins/timetable/domain/model/evaluate.ts';
import { solve } from '../../plugins/timetable/domain/solver/solve.ts';
import { district } from './district.ts';

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '12,30,60,125,250,500' },
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
  },
});
const seconds = (from: number): number => Math.round((performance.now() - from) / 10) / 100;

for (const groups of values.groups.split(',').map(Number)) {
  const facts = district(groups, Number(values.seed));
  const used = process.cpuUsage();
  const begun = performance.now();
  const composed = compose(facts);
  const { problem, start } = solvable(composed);
  const composeSeconds = seconds(begun);
  let feasible: number | null = null;
  const { assignment, moves } = solve(problem, {
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    now: () => performance.now(),
    start,
    onProgress: ({ hard }) => {
      if (hard === 0) feasible ??= seconds(begun);
    },
    shouldStop: () => feasible !== null,
  });
  const cpu = process.cpuUsage(used);
  process.stdout.write(
    `${JSON.stringify({
      groups,
      students: facts.groups.reduce((sum, one) => sum + one.studentIds.length, 0),
      teachers: Math.ceil(groups * 1.4),
      lessons: composed.lessons.size,
      composeSeconds,
      feasibleSeconds: feasible,
      processorSeconds: Math.round((cpu.user + cpu.system) / 1e4) / 100,
      hard: evaluate(composed.problem, assignment).hard,
      moves,
      megabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    })}\n`,
  );
}
