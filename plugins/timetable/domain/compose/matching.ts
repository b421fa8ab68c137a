/** Jobs that together have fewer slots than they are: a proof that not all of them can be placed (Hall's theorem). */
export interface Crowd {
  readonly jobs: readonly number[];
  readonly slots: readonly number[];
  /** Those of the jobs that the matching left over; as many as slots are missing. */
  readonly leftOver: readonly number[];
}

/**
 * Matches jobs to slots, one each, as many as possible (Kuhn 1955). `slotsOf[job]` lists the slots that a job may take.
 * Returns a crowd for every separate bottleneck; none when everything fits.
 */
export function crowds(slotsOf: readonly (readonly number[])[]): readonly Crowd[] {
  const holder = new Map<number, number>();
  const slotOf = new Map<number, number>();

  function place(job: number, tried: Set<number>): boolean {
    for (const slot of slotsOf[job] ?? []) {
      if (tried.has(slot)) continue;
      tried.add(slot);
      const other = holder.get(slot);
      if (other === undefined || place(other, tried)) {
        holder.set(slot, job);
        slotOf.set(job, slot);
        return true;
      }
    }
    return false;
  }
  for (const job of slotsOf.keys()) place(job, new Set());

  const found: Crowd[] = [];
  const known = new Set<number>();
  for (const job of slotsOf.keys()) {
    if (slotOf.has(job) || known.has(job)) continue;
    const crowd = reached(job, slotsOf, holder);
    const leftOver = crowd.jobs.filter((one) => !slotOf.has(one));
    const others = [...slotsOf.keys()].filter(
      (one) =>
        !slotOf.has(one) &&
        !crowd.jobs.includes(one) &&
        (slotsOf[one] ?? []).every((slot) => crowd.slots.includes(slot)),
    );
    for (const one of [...crowd.jobs, ...others]) known.add(one);
    found.push({
      jobs: [...crowd.jobs, ...others].sort((a, b) => a - b),
      slots: crowd.slots,
      leftOver: [...leftOver, ...others].sort((a, b) => a - b),
    });
  }
  return found;
}

/** Everything that changes hands when one tries to make room for an unmatched job. */
function reached(
  job: number,
  slotsOf: readonly (readonly number[])[],
  holder: ReadonlyMap<number, number>,
): { readonly jobs: readonly number[]; readonly slots: readonly number[] } {
  const jobs = [job];
  const slots = new Set<number>();
  for (const one of jobs)
    for (const slot of slotsOf[one] ?? []) {
      if (slots.has(slot)) continue;
      slots.add(slot);
      const other = holder.get(slot);
      if (other !== undefined && !jobs.includes(other)) jobs.push(other);
    }
  return { jobs, slots: [...slots] };
}
