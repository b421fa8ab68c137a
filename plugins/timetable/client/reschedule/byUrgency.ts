import type { RescheduleView } from '../../schemas/reschedules.ts';

const urgency = ({ isWaitingForMe, answerUntil, from }: RescheduleView): string =>
  `${isWaitingForMe ? 0 : 1} ${answerUntil ?? from.startsAt}`;

/** What waits for the reader first, then what lapses soonest. */
export const byUrgency = (requests: readonly RescheduleView[]): readonly RescheduleView[] =>
  requests.toSorted((a, b) => urgency(a).localeCompare(urgency(b)));
