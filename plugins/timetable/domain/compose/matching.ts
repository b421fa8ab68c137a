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

  const alone = [...slotsOf.keys()].filter((job) => !slotOf.has(job)).map((job) => reached(job, slotsOf, holder));
  return joined(alone).map(({ jobs, slots }) => ({ jobs, slots, leftOver: jobs.filter((job) => !slotOf.has(job)) }));
}

type Reached = Pick<Crowd, 'jobs' | 'slots'>;

/** Bottlenecks that share a slot are one. */
function joined(parts: readonly Reached[]): readonly Reached[] {
  const apart: Reached[] = [];
  for (const part of parts) {
    const touching = apart.filter((one) => one.slots.some((slot) => part.slots.includes(slot)));
    for (const one of touching) apart.splice(apart.indexOf(one), 1);
    const all = [...touching, part];
    apart.push({
      jobs: [...new Set(all.flatMap(({ jobs }) => jobs))].sort((x, y) => x - y),
      slots: [...new Set(all.flatMap(({ slots }) => slots))].sort((x, y) => x - y),
    });
  }
  return apart;
}

/** Everything that changes hands when one tries to make room for an unmatched job. */
function reached(job: number, slotsOf: readonly (readonly number[])[], holder: ReadonlyMap<number, number>): Reached {
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
