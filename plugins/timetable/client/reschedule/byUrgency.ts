import type { RescheduleView } from '../../schemas/reschedules.ts';

const urgency = ({ isWaitingForMe, dueAt, from }: RescheduleView): string =>
  `${isWaitingForMe ? 0 : 1} ${dueAt ?? from.startsAt}`;

/** What waits for the reader first, then what lapses soonest. */
export const byUrgency = (requests: readonly RescheduleView[]): readonly RescheduleView[] =>
  requests.toSorted((a, b) => urgency(a).localeCompare(urgency(b)));
