/** What a court has decided about a guardian and a student. */
export const limitKinds = ['reads-only', 'no-contact'] as const;
export type LimitKind = (typeof limitKinds)[number];

export interface Granted {
  readonly maySee: boolean;
  readonly mayAct: boolean;
}

/** What a guardian may do today: what was granted, less what a court has limited. Nobody acts unseeing. */
export function rightsOf({ maySee, mayAct }: Granted, limits: readonly LimitKind[]): Granted {
  const sees = maySee && !limits.includes('no-contact');
  return { maySee: sees, mayAct: sees && mayAct && limits.length === 0 };
}
