import { createJobRunner, type JobRunner, type JobRunnerParts } from './runner.ts';

/** Two runners beside each other: a solver that computes for minutes must not hold up mail. */
export function createJobLanes(parts: JobRunnerParts): JobRunner {
  const inLane = (lane: 'quick' | 'long') => parts.kinds.filter((kind) => (kind.lane ?? 'long') === lane);
  const lanes = [
    createJobRunner({ ...parts, kinds: inLane('long') }),
    createJobRunner({ ...parts, kinds: inLane('quick'), concurrency: 1 }),
  ];
  const all = async (act: (lane: JobRunner) => Promise<void>): Promise<void> =>
    void (await Promise.all(lanes.map(act)));
  return {
    wake: () => {
      for (const lane of lanes) lane.wake();
    },
    start: () => {
      for (const lane of lanes) lane.start();
    },
    stop: () => all((lane) => lane.stop()),
    idle: () => all((lane) => lane.idle()),
  };
}
