import type { Activity } from '../activity.ts';
import { isHard } from '../constraint.ts';
import type { MaxHours } from '../constraints/maxHours.ts';
import type { Problem } from '../problem.ts';
import type { Resource } from '../resource.ts';
import { fill, type Slots, type User } from './fill.ts';
import type { Proof } from './proof.ts';
import type { Starts } from './starts.ts';

/** Proof that a resource has too little time for its activities: in all, or with the hours that a day may have. */
export function crowded(problem: Problem, resource: Resource, starts: (activity: Activity) => Starts): Proof | null {
  const { atOnce } = resource;
  if (atOnce === null) return null;
  const waived = new Set(problem.waivers.flatMap((w) => (w.kind === 'pair' ? [w.first, w.second] : [])));
  const users = problem.activities.filter((one) => one.resources.includes(resource.id) && !waived.has(one.id));
  if (users.length === 0) return null;
  const found = byTime(users, atOnce, starts) ?? byDays(problem, resource, users, starts);
  if (!found) return null;
  const activities = found.users.flatMap((user) => users[user] ?? []);
  return {
    activities: activities.map(({ id }) => id),
    rules: [...new Set([...activities.flatMap((one) => starts(one).rules), ...found.rules])],
    resource: resource.id,
    missing: found.missing,
  };
}

type Found = { readonly users: readonly number[]; readonly missing: number; readonly rules: readonly string[] } | null;

/** Every activity takes at least so many pieces of time, of those that its starts touch. */
function byTime(users: readonly Activity[], atOnce: number, starts: (activity: Activity) => Starts): Found {
  const atoms = [...new Set(users.flatMap((one) => starts(one).open.flatMap((option) => option.atoms)))];
  const numbers = new Map(atoms.map((atom, number) => [atom, number]));
  const short = fill(
    users.map((one) => usage(starts(one).open.map((option) => option.atoms.map((atom) => numbers.get(atom) ?? -1)))),
    { capacity: atOnce, dayOf: atoms.map(() => 0), mostOfDay: [Number.POSITIVE_INFINITY] },
  );
  return short && { ...short, rules: [] };
}

/** As `byTime`, in hours of the resource's calendar, with the most that its days may have. */
function byDays(
  problem: Problem,
  resource: Resource,
  users: readonly Activity[],
  starts: (activity: Activity) => Starts,
): Found {
  const limits = problem.constraints
    .filter((rule): rule is MaxHours => rule.kind === 'max-hours')
    .filter((rule) => isHard(rule) && rule.resources.includes(resource.id))
    .sort((a, b) => a.hours - b.hours);
  const [limit] = limits;
  const days = problem.calendars.find(({ id }) => id === resource.calendar)?.days ?? [];
  if (!limit || resource.atOnce !== 1) return null;
  const cells = days.flatMap((day, index) => day.cells.map(({ atoms }) => ({ atoms: new Set(atoms), day: index })));
  const touched = users.map((one) => starts(one).open.map((option) => touchedBy(option.atoms, cells)));
  const options = users.flatMap((one, user) =>
    starts(one).open.map(({ atoms }, index) => ({ atoms, cells: touched[user]?.[index] ?? [] })),
  );
  if (
    !cells.every((cell, index) =>
      isTakenByOne(
        cell.atoms,
        options.filter((one) => one.cells.includes(index)),
      ),
    )
  )
    return null;
  const slots: Slots = {
    capacity: 1,
    dayOf: cells.map(({ day }) => day),
    mostOfDay: days.map(() => limit.hours),
  };
  const short = fill(touched.map(usage), slots);
  return short && { ...short, rules: [limit.id] };
}

const touchedBy = (atoms: readonly number[], cells: readonly { readonly atoms: ReadonlySet<number> }[]): number[] =>
  cells.flatMap((cell, index) => (atoms.some((atom) => cell.atoms.has(atom)) ? [index] : []));

/** Two lessons in the cell would clash: all starts that touch it share a piece of time. */
const isTakenByOne = (cell: ReadonlySet<number>, options: readonly { readonly atoms: readonly number[] }[]): boolean =>
  options.length === 0 || [...cell].some((atom) => options.every((option) => option.atoms.includes(atom)));

function usage(options: readonly (readonly number[])[]): User {
  const least = options.reduce((low, slots) => Math.min(low, slots.length), Number.POSITIVE_INFINITY);
  return { units: options.length === 0 ? 0 : least, slots: [...new Set(options.flat())] };
}
