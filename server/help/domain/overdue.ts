import { workingDaysAfter } from './dueOn.ts';

/** Working days after the promised one on which those who manage requests hear of it. */
const patience = 1;

/** What is to be done about a request that waits, on this day. */
export type Overdue = 'nothing' | 'remind' | 'escalate';

/**
 * Whoever answers is reminded once the promised day has passed; a working day later it goes to those who manage
 * requests, once for each promised day, and at once where nobody answers at all.
 */
export function overdueStep(
  { ownerId, dueOn, escalatedOn }: { ownerId: string | null; dueOn: string; escalatedOn: string | null },
  today: string,
): Overdue {
  if (today <= dueOn) return 'nothing';
  const isEscalated = escalatedOn !== null && escalatedOn > dueOn;
  if (!isEscalated && (ownerId === null || today > workingDaysAfter(dueOn, patience))) return 'escalate';
  return 'remind';
}
