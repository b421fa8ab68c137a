import { joinMeeting, type MeetingPlace } from '../../../../server/optimise/worker/meeting.ts';
import type { Task } from '../../../../server/optimise/worker/task.ts';
import type { CttInstance } from './instance.ts';
import { type CttLog, type CttSolution, solveCtt } from './solveCtt.ts';

export interface CttTaskInput {
  readonly instance: CttInstance;
  readonly seed: number;
  readonly thread: number;
  /** Null when there is only one thread. */
  readonly meetingPlace: MeetingPlace | null;
  readonly budget:
    | { readonly kind: 'time'; readonly milliseconds: number; readonly clock: 'wall' | 'processor' }
    | { readonly kind: 'steps'; readonly steps: number }
    | { readonly kind: 'replay'; readonly log: CttLog };
}

export interface CttUpdate {
  readonly spent: number;
  readonly unplaced: number;
  readonly soft: number;
  readonly slots: Int32Array;
}

/** The shortest time between two updates. */
const UPDATE_MS = 250;

/**
 * `solveCtt` for a worker thread (see server/optimise/worker).
 *
 * @public The worker thread imports it by its address.
 */
export const task: Task<CttTaskInput, CttUpdate, CttSolution> = (
  { instance, seed, thread, meetingPlace, budget },
  control,
) => {
  const clock = budget.kind === 'time' && budget.clock === 'processor' ? control.processorTime : control.now;
  const threads = meetingPlace?.threads ?? 1;
  let last = Number.NEGATIVE_INFINITY;
  return solveCtt(instance, {
    seed: seed + thread * SEED_STRIDE,
    budget: budget.kind === 'time' ? { ...budget, now: () => clock() / (clock === control.now ? 1 : threads) } : budget,
    shouldStop: control.shouldStop,
    ...(meetingPlace === null ? {} : { meeting: joinMeeting(meetingPlace, thread) }),
    onProgress: ({ slots, ...facts }) => {
      const now = control.now();
      if (now - last < UPDATE_MS) return;
      last = now;
      control.progress({ ...facts, slots: slots.slice() });
    },
  });
};

/** Threads of neighbouring seeds shall not share a stream. */
const SEED_STRIDE = 0x10000000;
