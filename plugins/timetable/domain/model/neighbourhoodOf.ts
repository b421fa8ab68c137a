import type { Constraint } from './constraint.ts';
import type { Problem } from './problem.ts';

/**
 * The part of a problem whose cost can change when one activity moves: the constraints that speak of it or of its people, the
 * activities that those constraints read, and the resources that it uses. Costs of all other constraints stay as they are.
 */
export function neighbourhoodOf(problem: Problem, activity: string): Problem {
  const own = problem.activities.find((one) => one.id === activity);
  const people = new Set([...(own?.resources ?? []), ...(own?.rooms ?? [])]);
  const rooms = new Set(
    problem.resources.filter((resource) => resource.kind === 'room').map((resource) => resource.id),
  );
  const affected = (id: string): boolean => people.has(id) || rooms.has(id);
  const about = problem.constraints.flatMap((rule) => narrowed(rule, activity, affected));
  const mentioned = new Set(about.flatMap((rule) => ('activities' in rule ? rule.activities : [])));
  const everyDay = about.some((rule) => rule.kind === 'ends-day');
  const activities = problem.activities.filter((one) => {
    return (
      everyDay ||
      one.id === activity ||
      mentioned.has(one.id) ||
      one.rooms.length > 0 ||
      one.resources.some((id) => people.has(id))
    );
  });
  const resources = problem.resources.map((resource) =>
    affected(resource.id) ? resource : { ...resource, atOnce: null },
  );
  return { ...problem, activities, resources, constraints: about };
}

/** The constraint as far as it can change: rules about resources only for the activity's own. Breaks also close cells. */
function narrowed(rule: Constraint, activity: string, affected: (resource: string) => boolean): Constraint[] {
  if (rule.kind === 'breaks') return [rule];
  if (rule.kind === 'unavailable') return affected(rule.resource) ? [rule] : [];
  if (rule.kind === 'lock') return rule.activity === activity ? [rule] : [];
  if ('resources' in rule) {
    const resources = rule.resources.filter(affected);
    return resources.length === 0 ? [] : [{ ...rule, resources }];
  }
  if (rule.kind === 'ends-day') return [rule];
  return rule.activities.includes(activity) ? [rule] : [];
}
