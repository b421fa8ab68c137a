import { seededRandom } from '../../../server/optimise/random.ts';
import type { Activity } from '../domain/model/activity.ts';
import type { Assignment, Placement } from '../domain/model/assignment.ts';
import type { Calendar } from '../domain/model/calendar.ts';
import type { Constraint } from '../domain/model/constraint.ts';
import { gridCalendar, startOptions } from '../domain/model/gridCalendar.ts';
import type { Place } from '../domain/model/place.ts';
import type { Problem } from '../domain/model/problem.ts';
import type { Resource, ResourceKind } from '../domain/model/resource.ts';
import type { Waiver } from '../domain/model/waiver.ts';

const DAYS = 3;
const HOURS = 4;
const ATOMS = DAYS * HOURS * 2 + 2;

/** Random choices for a test: one of a list, some of it, a number. */
export function choices(seed: number) {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const [value] = list.slice(random.below(list.length));
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  return { pick, some: <T>(list: readonly T[]): T[] => list.filter(() => random.below(3) === 0), below: random.below };
}

type Choices = ReturnType<typeof choices>;

/**
 * A small problem with everything in it: two grids that overlap in time by half a lesson, teachers who work in both and see
 * them in a calendar of two weeks, rooms in two buildings, a pool of seats, waivers, and constraints of every kind.
 */
export function randomProblem(seed: number): Problem {
  const choice = choices(seed);
  const grids = new Map(['g1', 'g2'].map((grid, shift) => [grid, gridPlaces(grid, shift)]));
  const places = [...grids.values()].flat();
  const lists = new Map<string, Activity['options']>();
  const activities = Array.from({ length: 5 + choice.below(5) }, (_, index): Activity => {
    const grid = choice.pick([...grids.keys()]);
    const duration = 1 + choice.below(2);
    const key = `${grid}/${duration}`;
    const options = lists.get(key) ?? startOptions(grids.get(grid) ?? [], duration);
    lists.set(key, options);
    const resources = [...new Set([`s-${grid}`, choice.pick(['t1', 't2']), ...choice.some(['pool', 'half', 't2'])])];
    const rooms = choice.pick([[], ['r1'], ['r1', 'r2']]);
    return { id: `a${index}`, label: `a${index}`, duration, resources, options, rooms };
  });
  const ids = activities.map((activity) => activity.id);
  const constraints = Array.from({ length: 10 }, (_, index) => randomConstraint(`c${index}`, choice, ids, places));
  return {
    atoms: ATOMS,
    places,
    calendars: [...[...grids].map(([grid, own]) => gridCalendar(grid, own)), teacherCalendar()],
    resources: RESOURCES,
    activities,
    constraints,
    waivers: waiversOf(choice, ids, constraints),
  };
}

/** Every activity anywhere, some unplaced. */
export function randomAssignment(problem: Problem, seed: number, unplaced = 0): Assignment {
  const choice = choices(seed);
  return new Map(
    problem.activities.flatMap((activity): [string, Placement][] => {
      if (choice.below(100) < unplaced || activity.options.length === 0) return [];
      const room = activity.rooms.length === 0 ? null : choice.pick(activity.rooms);
      return [[activity.id, { place: choice.pick(activity.options).place, room }]];
    }),
  );
}

/** Lessons of the second grid begin half a lesson later, so each clashes with two of the first. */
function gridPlaces(grid: string, shift: number): Place[] {
  return Array.from({ length: DAYS * HOURS }, (_, cell) => {
    const first = cell * 2 + shift;
    return {
      id: `${grid}-${cell}`,
      grid,
      day: Math.floor(cell / HOURS),
      hour: cell % HOURS,
      label: `${cell}`,
      atoms: [first, first + 1],
    };
  });
}

/** Two weeks of two days; cells of three atoms, so that a lesson can touch two of them. */
function teacherCalendar(): Calendar {
  const cells = Array.from({ length: Math.floor(ATOMS / 3) }, (_, cell) => ({
    label: `${cell}`,
    atoms: [cell * 3, cell * 3 + 1, cell * 3 + 2],
  }));
  const days = [0, 1, 2, 3].map((day) => ({
    label: `${day}`,
    week: day < 2 ? 0 : 1,
    cells: cells.slice(day * 2, day * 2 + 2),
  }));
  return { id: 'teachers', days };
}

const resource = (id: string, kind: ResourceKind, calendar: string, rest: Partial<Resource> = {}): Resource => {
  return { id, kind, label: id, calendar, atOnce: 1, copies: 1, seats: null, building: null, ...rest };
};

const RESOURCES: readonly Resource[] = [
  resource('s-g1', 'students', 'g1', { copies: 2 }),
  resource('s-g2', 'students', 'g2'),
  resource('t1', 'teacher', 'teachers'),
  resource('t2', 'teacher', 'teachers'),
  resource('pool', 'pool', 'teachers', { atOnce: 2 }),
  resource('half', 'profile', 'teachers', { atOnce: null }),
  resource('r1', 'room', 'g1', { building: 'north' }),
  resource('r2', 'room', 'g1', { building: 'south' }),
];

function waiversOf(choice: Choices, ids: readonly string[], constraints: readonly Constraint[]): Waiver[] {
  const [first, second] = [choice.pick(ids), choice.pick(ids)];
  const closesRoom = new Set(
    constraints.filter((one) => one.kind === 'unavailable' && one.resource.startsWith('r')).map((one) => one.id),
  );
  const rule: Waiver = { kind: 'rule', constraint: choice.pick(constraints).id, activity: choice.pick(ids) };
  return [
    ...(first === second ? [] : [{ kind: 'pair', first, second } as const]),
    ...(closesRoom.has(rule.constraint) ? [] : [rule]),
  ];
}

function randomConstraint(id: string, choice: Choices, ids: readonly string[], places: readonly Place[]): Constraint {
  const base = { id, weight: choice.pick([100, 100, 60, 35]) };
  const atoms = choice.some(Array.from({ length: ATOMS }, (_, atom) => atom));
  const activities = [...new Set([...choice.some(ids), choice.pick(ids), choice.pick(ids)])];
  const two = [...new Set([choice.pick(ids), choice.pick(ids)])];
  const resources = [choice.pick(['s-g1', 's-g2', 't1', 't2', 'half'])];
  const few = choice.below(3);
  const half = choice.pick(['case', 'excess'] as const);
  const lock = {
    ...base,
    kind: 'lock',
    activity: choice.pick(ids),
    place: choice.pick(places).id,
    room: choice.pick(['r1', null]),
    by: 'hand',
  } as const;
  return choice.pick<Constraint>([
    lock,
    { ...base, kind: 'allowed-starts', activities, places: choice.some(places).map((place) => place.id) },
    { ...base, kind: 'allowed-atoms', activities, atoms },
    { ...base, kind: 'breaks', atoms: atoms.slice(0, 4) },
    { ...base, kind: 'unavailable', resource: choice.pick(['s-g1', 't1', 'r1']), atoms },
    { ...base, kind: 'allowed-rooms', activities, rooms: ['r2'] },
    { ...base, kind: 'days-between', activities, min: few, max: choice.pick([null, 1]) },
    { ...base, kind: 'joined-if-same-day', activities },
    { ...base, kind: 'gaps-between', activities, min: few },
    { ...base, kind: 'same-start', activities, what: choice.pick(['time', 'day', 'hour'] as const) },
    { ...base, kind: 'not-overlapping', activities },
    {
      ...base,
      kind: 'sequence',
      activities: two,
      how: choice.pick(['consecutive', 'grouped', 'ordered', 'ordered-if-same-day'] as const),
    },
    { ...base, kind: 'ends-day', activities },
    { ...base, kind: 'occupied-atoms', activities, atoms, min: few, max: choice.pick([null, 3]), measure: half },
    {
      ...base,
      kind: 'simultaneous',
      activities,
      atoms,
      min: few,
      max: 2,
      emptyAllowed: choice.below(2) === 0,
      measure: half,
    },
    { ...base, kind: 'different-rooms', activities, max: 1 },
    { ...base, kind: 'same-room-if-consecutive', activities },
    { ...base, kind: 'max-days', resources, days: few, measure: choice.pick(['hours', 'days'] as const) },
    { ...base, kind: 'min-days', resources, days: 1 + few },
    { ...base, kind: 'max-gaps', resources, per: choice.pick(['day', 'week'] as const), gaps: few },
    { ...base, kind: 'max-hours', resources, hours: 1 + few, measure: half },
    {
      ...base,
      kind: 'min-hours',
      resources,
      hours: 1 + few,
      emptyDays: choice.below(2) === 0,
      measure: choice.pick(['case', 'missing'] as const),
    },
    { ...base, kind: 'max-continuous', resources, hours: 1 + few, measure: half },
    { ...base, kind: 'interval-days', resources, from: 0, to: 1 + few, days: 1 },
    { ...base, kind: 'early-start', resources, late: few },
    { ...base, kind: 'max-span', resources, hours: 1 + few, oneLonger: choice.below(2) === 0 },
    { ...base, kind: 'min-rest', resources, hours: 1 + few, circular: choice.below(2) === 0 },
    {
      ...base,
      kind: 'building-changes',
      resources,
      limit: choice.pick([
        { per: 'day', max: 0 },
        { per: 'week', max: 1 },
        { per: 'change', minGaps: 1 },
      ] as const),
    },
  ]);
}
