import type { ConstraintBase, Evaluate, Placed, TimetableView } from '../view.ts';
import { resourceCase } from './dayFacts.ts';

/**
 * Each resource changes building at most `max` times per day or week (FET: max building changes), or has at least `minGaps`
 * free hours at each change (FET: min gaps between building changes). Counted in the grid of the places.
 */
export interface BuildingChanges extends ConstraintBase {
  readonly kind: 'building-changes';
  readonly resources: readonly string[];
  readonly limit:
    | { readonly per: 'day' | 'week'; readonly max: number }
    | { readonly per: 'change'; readonly minGaps: number };
}

interface Stay {
  readonly day: number;
  readonly hour: number;
  readonly building: string;
}

export const evaluateBuildingChanges: Evaluate<BuildingChanges> = (rule, view) =>
  rule.resources.flatMap((resource) => {
    const changes = changesOf(staysOf(resource, view));
    const { limit } = rule;
    if (limit.per === 'change') {
      const tight = changes.filter((change) => change.gap < limit.minGaps);
      return tight.flatMap(({ day }) => resourceCase(resource, 1, { day }, view));
    }
    if (limit.per === 'week')
      return resourceCase(resource, changes.length - limit.max, { changes: changes.length }, view);
    return [...new Set(changes.map((change) => change.day))].flatMap((day) => {
      const count = changes.filter((change) => change.day === day).length;
      return resourceCase(resource, count - limit.max, { day, changes: count }, view);
    });
  });

function staysOf(resource: string, view: TimetableView): Stay[] {
  const hoursOf = (here: Placed): Stay[] => {
    const building = here.room === null ? null : view.resource(here.room).building;
    if (building === null) return [];
    return Array.from({ length: here.activity.duration }, (_, k) => ({
      day: here.place.day,
      hour: here.place.hour + k,
      building,
    }));
  };
  return view
    .users(resource)
    .flatMap(hoursOf)
    .sort((a, b) => a.day - b.day || a.hour - b.hour || (a.building < b.building ? -1 : 1));
}

function changesOf(stays: readonly Stay[]): { day: number; gap: number }[] {
  return stays.flatMap((stay, index) => {
    const next = stays[index + 1];
    if (!next || next.day !== stay.day || next.building === stay.building) return [];
    return [{ day: stay.day, gap: next.hour - stay.hour - 1 }];
  });
}
