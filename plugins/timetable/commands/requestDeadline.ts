import { type Deadline, deadlineOf } from '../domain/reschedule/policy.ts';
import type { Reschedule, ReschedulePart, RescheduleState } from '../domain/reschedule/reschedule.ts';

type Proposed = Pick<ReschedulePart, 'fromStartsAt' | 'startsAt' | 'endsAt'>;

/** The deadline of a request in a state: before any of its lessons begins, at the old or the new time. */
export function deadlineFor(
  state: RescheduleState,
  now: Date,
  { kind, fromStartsAt }: Pick<Reschedule, 'kind' | 'fromStartsAt'>,
  parts: readonly Proposed[],
): Deadline {
  const isAnew = kind === 'anew';
  const old = parts.length > 0 ? parts.map((part) => part.fromStartsAt) : [fromStartsAt];
  // A lesson that was missed has no old time left to lose.
  const lessons = [...(isAnew ? old.slice(1) : old), ...parts.map(({ startsAt }) => startsAt)];
  return deadlineOf(state, now, { lessons, slotEndsAt: parts[0]?.endsAt ?? null });
}
