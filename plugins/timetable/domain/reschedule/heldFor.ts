/** What the ledger knows the time by that is held for the nth lesson of a request: the request, and which of its lessons. */
export const heldFor = (rescheduleId: string, nth: number): string =>
  nth === 1 ? rescheduleId : `${rescheduleId}:${nth}`;

/** The lesson, or the request for whichever of its lessons, that takes time in the ledger. */
export const takerOf = (entityId: string): string => entityId.split(':')[0] ?? entityId;
