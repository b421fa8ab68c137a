/** A student of a group that is asked, and who looks after the student. */
export interface AskedFamily {
  readonly groupId: string;
  readonly studentId: string;
  readonly guardians: readonly { readonly personId: string; readonly mayAct: boolean }[];
}

/** Everybody whose contacts a group's round asks about: its students and their guardians, each once. */
export const askedOf = (families: readonly AskedFamily[]): readonly string[] => [
  ...new Set(families.flatMap(({ studentId, guardians }) => [studentId, ...guardians.map((one) => one.personId)])),
];

export interface Share {
  readonly asked: number;
  readonly confirmed: number;
}

/** How many of those who are asked have confirmed; answers of people who have left since do not count. */
export function shareOf(asked: readonly string[], confirmed: ReadonlySet<string>): Share {
  return { asked: asked.length, confirmed: asked.filter((id) => confirmed.has(id)).length };
}

/** Whose contacts a person answers for: the own, and those of the children for whom they may act. */
export function answersFor(families: readonly AskedFamily[], personId: string): readonly string[] {
  const children = families
    .filter(({ guardians }) => guardians.some((one) => one.personId === personId && one.mayAct))
    .map(({ studentId }) => studentId);
  return askedOf(families).includes(personId) ? [...new Set([personId, ...children])] : [];
}

/** Days after its deadline on which a round that nobody closed is closed. */
export const staysOpenDays = 30;

/** A round is closed by itself when its deadline was on this day or before. */
export const lastDueOn = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - staysOpenDays * 86_400_000).toISOString().slice(0, 10);
