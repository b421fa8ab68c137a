export const planStates = ['planned', 'due', 'done', 'called-off', 'failed'] as const;
/** `due`: its day has come and it is being carried out. */
export type PlanState = (typeof planStates)[number];

/** The zone in which most of the groups are; of equals the first by name. Undefined without groups. */
export function zoneOfMost(zones: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b));
  return first?.[0];
}
