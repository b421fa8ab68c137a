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

/** The day on which somebody comes of age; those born on 29 February do so on 1 March of other years. */
export function comesOfAgeOn(bornOn: string, age: number): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const date = new Date(Date.UTC(Number(year) + age, Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10);
}
