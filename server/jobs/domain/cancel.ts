import type { JobState } from './jobState.ts';

export type CancelDecision = 'cancel' | 'already-cancelled' | 'refuse';

/** Only what has not ended can be cancelled; asking twice is no mistake. */
export function decideCancel(state: JobState): CancelDecision {
  if (state === 'cancelled') return 'already-cancelled';
  return state === 'queued' || state === 'running' ? 'cancel' : 'refuse';
}
