import type { Compiled } from '../compile/compiled.ts';
import { at } from '../ints.ts';
import type { Term } from '../terms/term.ts';

/**
 * Activities that have a start at all, the most constrained first: many hours of others compete for their people, bound to
 * several others by hard rules, long, and with few starts to choose from (the order in which FET places).
 */
export function hardestFirst(compiled: Compiled, terms: readonly Term[]): number[] {
  const { usage, domains, problem, seats } = compiled;
  const lengths = Int32Array.from(problem.activities, (activity) => activity.duration);
  const hours = new Float64Array(usage.limit.length);
  for (let activity = 0; activity < compiled.activities; activity++) {
    for (let i = at(usage.limited.start, activity); i < at(usage.limited.start, activity + 1); i++) {
      const resource = at(usage.limited.values, i);
      hours[resource] = (hours[resource] ?? 0) + at(lengths, activity) / at(usage.limit, resource);
    }
  }
  const bound = new Float64Array(compiled.activities);
  for (const term of terms) {
    if (!term.hard || !term.isPair) continue;
    for (const activity of term.activities) bound[activity] = (bound[activity] ?? 0) + 1;
  }
  const hardness = Float64Array.from(lengths, (length, activity) => {
    let competing = 0;
    for (let i = at(usage.limited.start, activity); i < at(usage.limited.start, activity + 1); i++) {
      competing += hours[at(usage.limited.values, i)] ?? 0;
    }
    const rooms = at(seats.start, activity + 1) - at(seats.start, activity);
    const starts = at(domains.start, activity + 1) - at(domains.start, activity);
    return ((competing + (bound[activity] ?? 0)) * length * (rooms === 1 ? 1.5 : 1)) / Math.max(1, starts);
  });
  return Array.from(lengths.keys())
    .filter((activity) => at(domains.start, activity + 1) > at(domains.start, activity))
    .sort((a, b) => (hardness[b] ?? 0) - (hardness[a] ?? 0) || a - b);
}
