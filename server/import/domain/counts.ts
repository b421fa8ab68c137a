import type { Change, Plan } from './plan.ts';
import { type Kind, kinds } from './records.ts';

export interface CountsOfKind {
  readonly kind: Kind;
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  readonly leftAlone: number;
}

/** How much of each kind a plan adds, changes, ends and leaves alone. */
export function countsOf({ changes, leftAlone }: Pick<Plan, 'changes' | 'leftAlone'>): readonly CountsOfKind[] {
  const counts = new Map<string, number>();
  const name = (kind: Kind, action: Change['action']): string => `${kind} ${action}`;
  for (const { kind, action } of changes) counts.set(name(kind, action), (counts.get(name(kind, action)) ?? 0) + 1);
  const of = (kind: Kind, action: Change['action']): number => counts.get(name(kind, action)) ?? 0;
  return kinds
    .map((kind) => ({
      kind,
      add: of(kind, 'add'),
      change: of(kind, 'change'),
      remove: of(kind, 'remove'),
      leftAlone: leftAlone[kind] ?? 0,
    }))
    .filter(({ add, change, remove, leftAlone: same }) => add + change + remove + same > 0);
}
