const dayMs = 86_400_000;

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Days before the last one on which leavers are told. */
const warnDays = 14;

/** What is to be done today about an account of somebody who left: `closesOn` is the first day without it. */
export type Closing = { readonly kind: 'nothing' | 'warn' | 'close'; readonly closesOn: string };

/** An account stays readable for so many days after its owner left; two weeks before the end its owner is told. */
export function closingOf(goneOn: string, closeAfterDays: number, today: string): Closing {
  const closesOn = plusDays(goneOn, closeAfterDays);
  if (today >= closesOn) return { kind: 'close', closesOn };
  return { kind: today >= plusDays(closesOn, -warnDays) ? 'warn' : 'nothing', closesOn };
}

/** Whoever is a leaver, and guardians all of whose children are; nobody who works here. */
export function accountsToClose(
  leaverIds: ReadonlySet<string>,
  guardians: readonly { readonly guardianId: string; readonly childIds: readonly string[] }[],
  staffIds: ReadonlySet<string>,
): string[] {
  const alone = guardians.filter(({ childIds }) => childIds.every((id) => leaverIds.has(id)));
  return [...leaverIds, ...alone.map(({ guardianId }) => guardianId)].filter((id) => !staffIds.has(id));
}
