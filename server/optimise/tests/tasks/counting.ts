import { threadId } from 'node:worker_threads';
import type { Task } from '../../worker/task.ts';

interface CountInput {
  readonly how: 'return' | 'throw' | 'until-stopped' | 'deaf' | 'exit' | 'name';
}

/** A task for the tests of the thread wrapper. */
export const task: Task<CountInput, number, string> = async ({ how }, control) => {
  control.progress(1);
  if (how === 'throw') throw new Error('the task broke');
  if (how === 'exit') process.exit(7);
  if (how === 'name') return `thread ${threadId}`;
  if (how === 'return') return 'done';
  while (how === 'deaf' || !control.shouldStop()) await new Promise((resolve) => setTimeout(resolve, 1));
  return 'best so far';
};
