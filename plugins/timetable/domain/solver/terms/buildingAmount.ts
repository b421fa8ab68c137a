import type { BuildingChanges } from '../../model/constraints/buildingChanges.ts';
import { at } from '../ints.ts';
import type { Present } from './term.ts';

/** Building changes of a resource's users, counted as the model's `building-changes` does. */
export function buildingAmount(rule: BuildingChanges, users: readonly number[], present: Present): () => number {
  const { problem, options } = present.compiled;
  const names = [
    ...new Set(problem.resources.map((resource) => resource.building).filter((name) => name !== null)),
  ].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const buildings = Int32Array.from(problem.resources, ({ building }) =>
    building === null ? -1 : (index.get(building) ?? -1),
  );
  const durations = Int32Array.from(problem.activities, (activity) => activity.duration);

  /** One number for each hour in a known building, ordered by day, hour, building. */
  const stays = (): number[] => {
    const list: number[] = [];
    for (const activity of users) {
      const option = at(present.optionOf, activity);
      const room = at(present.roomOf, activity);
      const building = room < 0 ? -1 : at(buildings, room);
      if (option < 0 || building < 0) continue;
      for (let k = 0; k < at(durations, activity); k++) {
        list.push((at(options.day, option) * 1024 + at(options.hour, option) + k) * 1024 + building);
      }
    }
    return list.sort((a, b) => a - b);
  };
  const { limit } = rule;
  return () => {
    const list = stays();
    let sum = 0;
    let today = 0;
    for (let i = 1; i < list.length; i++) {
      const before = list[i - 1] ?? 0;
      const now = list[i] ?? 0;
      const sameDay = Math.floor(before / 1048576) === Math.floor(now / 1048576);
      if (!sameDay && limit.per === 'day') today = 0;
      if (!sameDay || before % 1024 === now % 1024) continue;
      if (limit.per === 'change') {
        sum += Math.floor(now / 1024) - Math.floor(before / 1024) - 1 < limit.minGaps ? 1 : 0;
      } else {
        today += 1;
        if (today > limit.max) sum += 1;
      }
    }
    return sum;
  };
}
