import type { Problem } from './problem.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { Case } from './score.ts';
import type { Placed, TimetableView } from './view.ts';

/** What is wrong with the use of one resource. */
export interface Clash {
  readonly id: string;
  readonly kind: `clash-${ResourceKind}`;
  readonly cases: readonly Case[];
}

/**
 * Uses of a resource at once beyond its `atOnce`. For one at a time there is a case per pair of activities, its amount the
 * atoms that they share, waived pairs left out; for a larger capacity a case per atom, its amount the uses above it.
 */
export function clashes(problem: Problem, view: TimetableView): Clash[] {
  const waived = new Set(
    problem.waivers.flatMap((waiver) => (waiver.kind === 'pair' ? pairKeys(waiver.first, waiver.second) : [])),
  );
  return problem.resources.flatMap((resource) => {
    if (resource.atOnce === null) return [];
    const cases = resource.atOnce === 1 ? pairCases(resource, view, waived) : overfull(resource, resource.atOnce, view);
    return cases.length === 0 ? [] : [{ id: `clash:${resource.id}`, kind: `clash-${resource.kind}` as const, cases }];
  });
}

const pairKeys = (first: string, second: string): string[] => [
  JSON.stringify([first, second]),
  JSON.stringify([second, first]),
];

function byAtom(resource: Resource, view: TimetableView): Map<number, Placed[]> {
  const users = new Map<number, Placed[]>();
  for (const here of view.users(resource.id)) {
    for (const atom of here.atoms) {
      const there = users.get(atom);
      if (there) there.push(here);
      else users.set(atom, [here]);
    }
  }
  return users;
}

function pairCases(resource: Resource, view: TimetableView, waived: ReadonlySet<string>): Case[] {
  const shared = new Map<string, Case>();
  for (const users of byAtom(resource, view).values()) {
    for (const [index, first] of users.entries()) {
      for (const second of users.slice(index + 1)) {
        const activities = [first.activity.id, second.activity.id];
        const key = JSON.stringify(activities);
        if (waived.has(key)) continue;
        shared.set(key, { amount: (shared.get(key)?.amount ?? 0) + 1, activities, detail: { resource: resource.id } });
      }
    }
  }
  return [...shared.values()];
}

function overfull(resource: Resource, limit: number, view: TimetableView): Case[] {
  return [...byAtom(resource, view)].flatMap(([atom, users]) => {
    if (users.length <= limit) return [];
    const activities = users.map((here) => here.activity.id);
    return [
      { amount: users.length - limit, activities, detail: { resource: resource.id, atom, count: users.length, limit } },
    ];
  });
}
