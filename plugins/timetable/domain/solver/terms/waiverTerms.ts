import { at, rowOf } from '../ints.ts';
import { sharedAtoms } from './pairAmounts.ts';
import type { Present, Term } from './term.ts';

/** Waived pairs take back what the clash counts charge for them. */
export function waiverTerms(present: Present): Term[] {
  const { problem, names, usage } = present.compiled;
  const pairs = new Map<string, [number, number]>();
  for (const waiver of problem.waivers) {
    if (waiver.kind !== 'pair') continue;
    const pair = [names.activity(waiver.first), names.activity(waiver.second)].sort((a, b) => a - b);
    if (pair[0] !== pair[1]) pairs.set(pair.join('/'), [pair[0] ?? 0, pair[1] ?? 0]);
  }
  return [...pairs.values()].map(([first, second]) => {
    const single = (activity: number): number[] =>
      rowOf(usage.limited, activity).filter((resource) => isPerson(resource, present));
    const shared = new Set(single(first));
    const people = single(second).filter((resource) => shared.has(resource)).length;
    const longest = Math.max(
      ...[first, second].flatMap((one) => problem.activities[one]?.options.map((o) => o.atoms.length) ?? 0),
      0,
    );
    const amount = (): number => {
      const a = at(present.optionOf, first);
      const b = at(present.optionOf, second);
      if (a < 0 || b < 0) return 0;
      const roomShared = sameSingleRoom(at(present.roomOf, first), at(present.roomOf, second), present) ? 1 : 0;
      return -(people + roomShared) * sharedAtoms(a, b, present);
    };
    return {
      kind: 'waiver',
      hard: true,
      weight: 100,
      activities: [first, second],
      least: -(people + 1) * longest,
      amount,
    };
  });
}

/** One at a time, and of the problem itself: "not overlapping" rules are not waived with a pair. */
const isPerson = (resource: number, { compiled }: Present): boolean =>
  at(compiled.usage.limit, resource) === 1 && resource < compiled.problem.resources.length;

const sameSingleRoom = (first: number, second: number, { compiled }: Present): boolean =>
  first >= 0 && first === second && at(compiled.usage.limit, first) === 1;
