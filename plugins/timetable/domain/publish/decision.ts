import type { Failure, Proposal } from '../../../../server/calendar/api.ts';

/** What somebody decided for one date on which the pattern fails. */
export type Decision =
  | { readonly kind: 'move'; readonly on: string; readonly time: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'accept' };

/** Which date of which lesson of the pattern. */
export interface DateKey {
  readonly courseId: string;
  readonly nth: number;
  readonly on: string;
}

export const keyOf = ({ courseId, nth, on }: DateKey): string => `${courseId} ${nth} ${on}`;

/** A date on which the pattern fails, what is proposed, and what was decided (null while nobody did). */
export interface ExceptionDate extends DateKey {
  readonly groupId: string;
  readonly startsTime: string;
  readonly failures: readonly Failure[];
  readonly proposal: Proposal;
  readonly decision: Decision | null;
}

/** What holds without a decision: holidays are free, a wall time that does not exist is moved, the rest stays. */
export function effectiveDecision({ failures, proposal, decision }: ExceptionDate): Decision {
  if (decision) return decision;
  if (failures.some(({ kind }) => kind === 'holiday')) return { kind: 'cancel' };
  if (!failures.some(({ kind }) => kind === 'skipped-time')) return { kind: 'accept' };
  return proposal.kind === 'move' ? { kind: 'move', on: proposal.to.on, time: proposal.to.time } : { kind: 'cancel' };
}
