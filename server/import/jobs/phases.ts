import type { JobContext } from '../../jobs/job.ts';

/** What an import does one after the other, and how far it is then, of 100. */
const phases = {
  reading: [0, 15],
  comparing: [15, 55],
  storing: [55, 90],
  applying: [90, 98],
  clearing: [98, 100],
} as const;
export type Phase = keyof typeof phases;

/** Reports a phase, and which share of it is done. */
export const reporting =
  (context: Pick<JobContext, 'report'>) =>
  (phase: Phase, share = 0): void => {
    const [from, to] = phases[phase];
    context.report({ done: Math.round(from + (to - from) * share), total: 100, detail: { phase } });
  };
