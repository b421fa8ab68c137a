import type { Constraint } from '../model/constraint.ts';
import { gridCalendar, startOptions } from '../model/gridCalendar.ts';
import type { Place, StartOption } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import { atomOf, type FetContext, placeId, roomId, teacherId } from './fetContext.ts';
import type { FetActivity, FetFile, FetRoom } from './fetFile.ts';
import { openContext } from './openContext.ts';
import { translateConstraints, type Unrepresented } from './translateConstraints.ts';

export interface FetProblem {
  readonly problem: Problem;
  readonly unrepresented: readonly Unrepresented[];
  readonly ignored: number;
}

/** The problem that a .fet file states: one grid, its cells the atoms; inactive activities left out. */
export function fetProblem(file: FetFile): FetProblem {
  const context = openContext(file);
  const translated = translateConstraints(context);
  const places = placesOf(file);
  const seating = roomSeating(context, translated.constraints);
  const optionsOf = optionLists(places);
  const problem: Problem = {
    atoms: file.days.length * file.hours.length,
    places,
    calendars: [{ ...gridCalendar('week', places), days: namedDays(file, places) }],
    resources: [
      ...teachers(file),
      ...context.studentResources,
      ...file.rooms.map(roomResource),
      ...context.tagged.made(),
    ],
    activities: context.active.map((activity) => ({
      id: String(activity.id),
      label: [activity.subject, ...activity.students].join(' '),
      duration: activity.duration,
      resources: resourcesOf(activity, context),
      options: optionsOf(activity.duration),
      rooms: seating.roomsOf(String(activity.id)),
    })),
    constraints: [...translated.constraints, ...seating.rules],
    waivers: [],
  };
  return { problem, unrepresented: [...translated.unrepresented, ...virtualRooms(file)], ignored: translated.ignored };
}

function placesOf(file: FetFile): Place[] {
  return file.days.flatMap((dayName, day) =>
    file.hours.map((hourName, hour) => {
      return {
        id: placeId(day, hour),
        grid: 'week',
        day,
        hour,
        label: `${dayName} ${hourName}`,
        atoms: [atomOf(file, day, hour)],
      };
    }),
  );
}

const namedDays = (file: FetFile, places: readonly Place[]) =>
  gridCalendar('week', places).days.map((day, index) => ({ ...day, label: file.days[index] ?? day.label }));

function optionLists(places: readonly Place[]): (duration: number) => readonly StartOption[] {
  const lists = new Map<number, readonly StartOption[]>();
  return (duration) => {
    const list = lists.get(duration) ?? startOptions(places, duration);
    lists.set(duration, list);
    return list;
  };
}

const teachers = (file: FetFile): Resource[] =>
  file.teachers.map((name) => {
    return {
      id: teacherId(name),
      kind: 'teacher',
      label: name,
      calendar: 'week',
      atOnce: 1,
      copies: 1,
      seats: null,
      building: null,
    };
  });

/** A virtual room stands for several real ones; how they are shared is not modelled, so it has no limit of its own. */
function roomResource({ name, seats, building, isVirtual }: FetRoom): Resource {
  return {
    id: roomId(name),
    kind: 'room',
    label: name,
    calendar: 'week',
    atOnce: isVirtual ? null : 1,
    copies: 1,
    seats,
    building,
  };
}

function resourcesOf(activity: FetActivity, context: FetContext): string[] {
  const students = activity.students.flatMap((set) => context.studentsOf(set, NOWHERE));
  return [
    ...new Set([...activity.teachers.map(teacherId), ...students, ...context.tagged.usedBy(String(activity.id))]),
  ];
}

/** Sets of activities were checked when the file was read. */
const NOWHERE = { name: 'Activity', line: 0, text: '', attributes: new Map<string, string>(), children: [] };

interface Seating {
  readonly rules: readonly Constraint[];
  roomsOf(activity: string): readonly string[];
}

/**
 * Candidate rooms of each activity: those of its room constraints (FET gives a room only to activities that have one).
 * Where some candidates are too small, a hard rule allows only the others.
 */
function roomSeating(context: FetContext, constraints: readonly Constraint[]): Seating {
  const candidates = new Map<string, Set<string>>();
  for (const rule of constraints) {
    if (rule.kind !== 'allowed-rooms') continue;
    for (const id of rule.activities) candidates.set(id, new Set([...(candidates.get(id) ?? []), ...rule.rooms]));
  }
  const seats = new Map(context.file.rooms.map((room) => [roomId(room.name), room.seats]));
  const rules = context.active.flatMap(({ id, size }): Constraint[] => {
    const rooms = [...(candidates.get(String(id)) ?? [])];
    const fitting = rooms.filter((room) => (seats.get(room) ?? size) >= size);
    if (fitting.length === rooms.length) return [];
    return [{ id: `RoomCapacity:${id}`, weight: 100, kind: 'allowed-rooms', activities: [String(id)], rooms: fitting }];
  });
  return { rules, roomsOf: (activity) => [...(candidates.get(activity) ?? [])] };
}

function virtualRooms(file: FetFile): Unrepresented[] {
  const message = 'the real rooms of a virtual room are not shared out';
  return file.rooms
    .filter((room) => room.isVirtual)
    .map(() => ({ type: 'VirtualRoom', hard: true, line: 1, reason: 'not-supported', message }));
}
