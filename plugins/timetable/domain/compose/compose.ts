import type { Activity } from '../model/activity.ts';
import type { Assignment, Placement } from '../model/assignment.ts';
import type { Calendar } from '../model/calendar.ts';
import { gridCalendar } from '../model/gridCalendar.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import { normRules } from '../norms/normRules.ts';
import { type Atoms, atomsOf, type WallStretch } from './atoms.ts';
import { type Cohort, cohortsOf } from './cohorts.ts';
import { type SharedDevice, sharedDevices } from './devices.ts';
import type { ComposeFacts } from './facts.ts';
import { hardRules } from './hardRules.ts';
import { type GridHour, lessonId } from './lesson.ts';
import { type LessonFacts, lessonFacts } from './lessonPlaces.ts';
import { roomsTaken } from './meetingRooms.ts';
import { placeId, roomsResource, teacherResource } from './resourceIds.ts';
import { softRules, teacherIds } from './softRules.ts';
import { teacherCalendar } from './teacherCalendar.ts';

/** A school's own data as a problem of the engine, with the way back from its ids. */
export interface Composed {
  readonly facts: ComposeFacts;
  readonly problem: Problem;
  readonly lessons: ReadonlyMap<string, LessonFacts>;
  readonly cohorts: ReadonlyMap<string, Cohort>;
  readonly devices: ReadonlyMap<string, SharedDevice>;
  readonly atoms: Atoms;
  /** Where the draft's lessons are now. */
  readonly current: Assignment;
}

/**
 * Makes the engine's problem. Pure: the same facts give the same problem, id by id. Time is cut into pieces of the UTC week,
 * once for each clock under which the grids' zones stand differently to each other.
 */
export function compose(facts: ComposeFacts): Composed {
  const lessons = lessonFacts(facts);
  const cohorts = cohortsOf(facts);
  const devices = sharedDevices(facts, cohorts);
  const atoms = atomsOf(facts, stretchesOf(facts, lessons));
  const places = gridPlaces(facts, atoms);
  const rooms = roomsTaken(facts, atoms);
  const calendars = new Map<string, Calendar>();
  const activities = [...activitiesOf(lessons, cohorts, devices, facts, atoms), ...rooms.activities];
  const resources = resourcesOf({ facts, cohorts, devices, places, atoms, calendars });
  const problem: Problem = {
    atoms: atoms.moments.length,
    places: [...places, ...rooms.places],
    calendars: [...calendars.values()],
    resources,
    activities,
    constraints: [
      ...hardRules(facts, lessons, cohorts, atoms),
      ...softRules(facts, cohorts),
      ...normRules(facts, lessons, cohorts),
    ],
    waivers: [],
  };
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return {
    facts,
    problem,
    lessons: byId,
    cohorts: new Map(cohorts.map((one) => [one.id, one])),
    devices: new Map(devices.map((one) => [one.id, one])),
    atoms,
    current: assignmentOf(facts, byId, rooms.activities),
  };
}

/** Everything that may be asked of the atoms: hours of grids, lessons at their starts, and who else needs a meeting room. */
const stretchesOf = (facts: ComposeFacts, lessons: readonly LessonFacts[]): readonly WallStretch[] => [
  ...facts.groups.flatMap(({ zone, grid }) => grid.map((place) => ({ ...place, zone }))),
  ...lessons
    .filter(({ nth }) => nth === 1)
    .flatMap(({ group, course, places }) =>
      places.map(({ place }) => ({ ...place, zone: group.zone, minutes: course.lessonMinutes })),
    ),
  ...(facts.rules.meetingRooms === null ? [] : facts.taken),
];

const gridPlaces = ({ groups }: ComposeFacts, atoms: Atoms): readonly Place[] =>
  groups.flatMap(({ id, zone, grid }) =>
    grid.map((place) => ({
      id: placeId(id, place.weekday, place.hour),
      grid: id,
      day: place.weekday - 1,
      hour: place.hour - 1,
      label: place.startsTime,
      atoms: atoms.of({ zone, ...place }),
    })),
  );

function activitiesOf(
  lessons: readonly LessonFacts[],
  cohorts: readonly Cohort[],
  devices: readonly SharedDevice[],
  { rules }: ComposeFacts,
  atoms: Atoms,
): readonly Activity[] {
  const optionsOf = new Map<string, Activity['options']>();
  return lessons.map(({ id, course, group, hours, places }) => {
    const options =
      optionsOf.get(course.id) ??
      places.map(({ place }) => ({
        place: placeId(group.id, place.weekday, place.hour),
        atoms: atoms.of({ zone: group.zone, ...place, minutes: course.lessonMinutes }),
      }));
    optionsOf.set(course.id, options);
    const resources = [
      ...(course.teacherId === null ? [] : [teacherResource(course.teacherId)]),
      ...cohorts.filter(({ courseIds }) => courseIds.has(course.id)).map((one) => one.id),
      ...devices.filter(({ courseIds }) => courseIds.has(course.id)).map((one) => one.id),
      ...(rules.meetingRooms === null ? [] : [roomsResource]),
    ];
    return { id, label: course.subjectName, duration: Math.max(1, hours), resources, options, rooms: [] };
  });
}

interface ResourceParts {
  readonly facts: ComposeFacts;
  readonly cohorts: readonly Cohort[];
  readonly devices: readonly SharedDevice[];
  readonly places: readonly Place[];
  readonly atoms: Atoms;
  /** Filled with the calendars that the resources name. */
  readonly calendars: Map<string, Calendar>;
}

function resourcesOf({ facts, cohorts, devices, places, atoms, calendars }: ResourceParts): readonly Resource[] {
  const use = (calendar: Calendar): string => {
    calendars.set(calendar.id, calendar);
    return calendar.id;
  };
  const gridOf = (groupId: string): string =>
    use(
      gridCalendar(
        `grid:${groupId}`,
        places.filter(({ grid }) => grid === groupId),
      ),
    );
  const anyGrid = gridOf(facts.groups[0]?.id ?? '');
  const resource = (id: string, kind: Resource['kind'], calendar: string, atOnce = 1): Resource => ({
    id,
    kind,
    label: id,
    calendar,
    atOnce,
    copies: 1,
    seats: null,
    building: null,
  });
  const groupsOfTeacher = (id: string) =>
    facts.groups.filter((group) => facts.courses.some((one) => one.teacherId === id && one.groupId === group.id));
  return [
    ...teacherIds(facts).map((id) => {
      const zone = facts.people.get(id)?.zone ?? 'UTC';
      return resource(teacherResource(id), 'teacher', use(teacherCalendar(zone, groupsOfTeacher(id), places, atoms)));
    }),
    ...cohorts.map((one) => resource(one.id, 'students', gridOf(one.groupId))),
    ...devices.map((one) => resource(one.id, 'pool', anyGrid)),
    ...(facts.rules.meetingRooms === null ? [] : [resource(roomsResource, 'pool', anyGrid, facts.rules.meetingRooms)]),
  ];
}

const placementAt = (groupId: string, { weekday, hour }: GridHour): Placement => ({
  place: placeId(groupId, weekday, hour),
  room: null,
});

function assignmentOf(
  facts: ComposeFacts,
  lessons: ReadonlyMap<string, LessonFacts>,
  fixed: readonly Activity[],
): Assignment {
  const placed = facts.lessons.flatMap(({ at, ...key }): [string, Placement][] => {
    const lesson = lessons.get(lessonId(key));
    if (!at || !lesson?.places.some(({ place }) => place.weekday === at.weekday && place.hour === at.hour)) return [];
    return [[lesson.id, placementAt(lesson.group.id, at)]];
  });
  return new Map([...placed, ...fixed.map(({ id }): [string, Placement] => [id, { place: id, room: null }])]);
}
