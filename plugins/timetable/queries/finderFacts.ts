import {
  addDays,
  availableIntervals,
  type Busy,
  type Interval,
  instantOf,
  localOf,
  minutesOf,
} from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { mostLessonsADay } from '../domain/norms/healthNorms.ts';
import { normSets } from '../domain/norms/normSets.ts';
import { daysBetween } from '../domain/publish/holidayDates.ts';
import { type FinderFacts, type Movable, mostMoves, type Placed } from '../domain/reschedule/finder.ts';
import { gridSlots } from '../domain/reschedule/gridSlots.ts';
import { earliestSlot, searchDays } from '../domain/reschedule/policy.ts';
import type { WishedWindow } from '../domain/reschedule/reschedule.ts';
import { type HeldLesson, type ScoredMove, type WeekFacts, weekScorer } from '../domain/reschedule/weekScore.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { openReschedules } from '../store/reschedules.ts';
import { roomPool } from '../store/roomPool.ts';
import { normFacts } from './normFacts.ts';

/** A lesson, or what one would be, for which a time is looked for. */
export type Sought = Pick<
  Lesson,
  'id' | 'groupId' | 'courseId' | 'forPersonId' | 'zone' | 'on' | 'startsAt' | 'endsAt' | 'commitmentId'
> & { readonly teacherId: string };

export interface Search {
  readonly sought: Sought;
  /** Time that is held for it already, and so is not in its way. */
  readonly holds: readonly string[];
  readonly windows: readonly WishedWindow[];
  /** Which of the lessons that stand in the way may be asked to make room; none unless told. */
  mayMove?(lessons: readonly Lesson[]): Promise<readonly Lesson[]>;
}

export interface Days {
  readonly fromOn: string;
  readonly untilOn: string;
}

const dayMs = 86_400_000;

/** The coming days in which a time is looked for, within the term. */
export async function daysToSearch(apis: Pick<Apis, 'school'>, scope: ReadScope, zone: string): Promise<Days> {
  const today = localOf(scope.now, zone).on;
  const terms = await apis.school.terms(scope.db);
  const coming = terms.filter(({ endsOn }) => today <= endsOn).toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
  const [term] = coming;
  const fromOn = term && term.startsOn > today ? term.startsOn : today;
  const untilOn = addDays(fromOn, searchDays);
  return { fromOn, untilOn: term && term.endsOn < untilOn ? term.endsOn : untilOn };
}

/** Reads everything that decides where a lesson could go; with `mayMove` also what could make room for it. */
export async function finderFacts(apis: Apis, scope: ReadScope, search: Search, days: Days): Promise<FinderFacts> {
  const { sought, holds, windows } = search;
  const { db, now } = scope;
  // Whole weeks, because the timetable's score is that of weeks.
  const range = {
    from: new Date(now.getTime() - 7 * dayMs),
    to: new Date(Date.parse(`${days.untilOn}T00:00:00Z`) + 8 * dayMs),
  };
  const rooms = await roomPool(db);
  const lesson = await movableOf(apis, scope, sought, days);
  const own = new Set([...holds, ...(sought.commitmentId === null ? [] : [sought.commitmentId])]);
  const known: Known = { busy: new Map(), available: new Map() };
  await learn(apis, scope, known, [lesson.movable], days, range);
  if (rooms) for (const one of await apis.calendar.busyOf(scope, [rooms.id], range.from, range.to)) add(known, one);
  const others = search.mayMove
    ? await othersOf(apis, scope, { ...search, mayMove: search.mayMove }, known, days, range)
    : new Map<string, Movable>();
  const scorer = weekScorer(await weekFacts(apis, scope, sought, known, range));
  return {
    lesson: lesson.movable,
    scoreOf: (moves) => scorer(moves.map(scoredMove)),
    others,
    busy: [...known.busy.values()].filter(({ commitmentId }) => !own.has(commitmentId)),
    rooms,
    available: known.available,
    wishes: windows.flatMap((window) => wishOf(window, sought.zone)),
    lessonsADay: await limitsOf(apis, db, lesson, sought, days),
  };
}

interface Known {
  readonly busy: Map<string, Busy>;
  readonly available: Map<string, readonly Interval[]>;
}

interface Range {
  readonly from: Date;
  readonly to: Date;
}

const add = ({ busy }: Known, one: Busy): unknown => busy.set(`${one.commitmentId} ${one.subjectId}`, one);

/** Reads the time of everybody of these lessons of whom it is not known yet. */
async function learn(
  apis: Apis,
  scope: ReadScope,
  known: Known,
  lessons: readonly Movable[],
  days: Days,
  { from, to }: Range,
): Promise<void> {
  const dates = daysBetween(days.fromOn, days.untilOn);
  const people = new Set(lessons.flatMap((one) => [one.teacherId, ...dates.flatMap((on) => one.studentsOn(on))]));
  const fresh = [...people].filter((id) => !known.available.has(id));
  if (fresh.length === 0) return;
  for (const one of await apis.calendar.busyOf(scope, fresh, from, to)) add(known, one);
  for (const { personId, availability } of await apis.calendar.timesOf(scope.db, fresh))
    known.available.set(personId, availableIntervals(availability, from, to));
}

/** Lessons of the people concerned, and of the people of those, as far as chains are long. */
async function othersOf(
  apis: Apis,
  scope: ReadScope,
  { sought, mayMove }: Search & Required<Pick<Search, 'mayMove'>>,
  known: Known,
  days: Days,
  range: Range,
): Promise<ReadonlyMap<string, Movable>> {
  const others = new Map<string, Movable>();
  const asked = new Set([sought.id]);
  for (let depth = 1; depth < mostMoves; depth += 1) {
    const near = [...known.busy.values()].filter(({ source, isHold }) => source.plugin === 'timetable' && !isHold);
    const ids = [...new Set(near.map(({ source }) => source.entityId))].filter((id) => !asked.has(id));
    for (const id of ids) asked.add(id);
    const free = await freeToMove(scope, ids);
    const found: Movable[] = [];
    for (const lesson of await mayMove(free)) {
      const { movable } = await movableOf(apis, scope, lesson, days);
      if (lesson.commitmentId !== null) others.set(lesson.commitmentId, movable);
      found.push(movable);
    }
    await learn(apis, scope, known, found, days, range);
  }
  return others;
}

type WithTeacher = Lesson & { readonly teacherId: string };

/** Lessons to come that nobody publishes or asks about at the moment. */
async function freeToMove({ db, now }: ReadScope, ids: readonly string[]): Promise<readonly WithTeacher[]> {
  const busy = new Set((await openReschedules(db, ids)).map(({ lessonId }) => lessonId));
  const notBefore = earliestSlot(now);
  return (await lessonsByIds(db, ids)).flatMap((lesson) => {
    const { id, state, startsAt, teacherId, pendingPublicationId } = lesson;
    const isFree = state === 'planned' && startsAt > notBefore && pendingPublicationId === null && !busy.has(id);
    return isFree && teacherId !== null ? [{ ...lesson, teacherId }] : [];
  });
}

async function movableOf(
  apis: Apis,
  scope: ReadScope,
  lesson: Omit<Sought, 'teacherId'> & { readonly teacherId: string | null },
  days: Days,
): Promise<{ readonly movable: Movable; readonly grade: number }> {
  const { groupId, courseId, zone, startsAt, endsAt } = lesson;
  const { db, now } = scope;
  const learners = studentsOn(await apis.school.studentsOfCourses(db, [courseId], days));
  const holidays = await apis.school.holidaysOf(db, groupId, days);
  const [group] = await apis.school.groupsByIds(db, [groupId]);
  const slots = gridSlots({
    grid: await apis.school.gridsOf(db, [groupId]),
    ...days,
    holidays: new Set(holidays.flatMap(({ fromOn, untilOn }) => daysBetween(fromOn, untilOn))),
    zone,
    ms: endsAt.getTime() - startsAt.getTime(),
    notBefore: earliestSlot(now),
  });
  const known = new Map<string, readonly string[]>();
  const movable = {
    id: lesson.id,
    courseId,
    commitmentId: lesson.commitmentId,
    teacherId: lesson.teacherId ?? '',
    startsAt,
    endsAt,
    studentsOn: (on: string) => {
      const students = known.get(on) ?? learnersOf(learners, lesson, on);
      known.set(on, students);
      return students;
    },
    slots,
  };
  return { movable, grade: group?.grade ?? 0 };
}

/** Lessons of everybody who is known of, and of their courses, as the score of weeks counts them. */
async function weekFacts(
  apis: Apis,
  { db }: ReadScope,
  { groupId, zone }: Sought,
  known: Known,
  { from, to }: Range,
): Promise<WeekFacts> {
  const busy = [...known.busy.values()].filter(({ source, isHold }) => source.plugin === 'timetable' && !isHold);
  const ids = [...new Set(busy.map(({ source }) => source.entityId))];
  const held = new Map((await lessonsByIds(db, ids)).map((lesson) => [lesson.id, heldLesson(lesson, zone)]));
  const lessonsOf = new Map<string, HeldLesson[]>();
  for (const { subjectId, source } of busy) {
    const lesson = held.get(source.entityId);
    if (lesson) noteLesson(lessonsOf, subjectId, lesson);
  }
  const lessonsOfCourse = new Map<string, HeldLesson[]>();
  for (const lesson of held.values())
    if (lesson.endsAt > from && lesson.startsAt < to) noteLesson(lessonsOfCourse, lesson.courseId, lesson);
  return { grid: await apis.school.gridsOf(db, [groupId]), lessonsOf, lessonsOfCourse };
}

function noteLesson(map: Map<string, HeldLesson[]>, key: string, lesson: HeldLesson): void {
  const list = map.get(key);
  if (list) list.push(lesson);
  else map.set(key, [lesson]);
}

/** On the clock of the group for which a time is looked for: the teacher may hold lessons of others in between. */
function heldLesson({ id, courseId, startsAt, endsAt }: Omit<Sought, 'teacherId'>, zone: string): HeldLesson {
  const [start, end] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  const to = end.on === start.on ? minutesOf(end.time) : minutesOf('24:00');
  return { id, courseId, startsAt, endsAt, on: start.on, from: minutesOf(start.time), to };
}

const scoredMove = ({ lesson, slot }: Placed): ScoredMove => {
  const from = minutesOf(slot.time);
  const to = from + (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000;
  const { id, courseId, teacherId, commitmentId } = lesson;
  return {
    // One that takes no time now leaves nothing behind.
    lessonId: commitmentId === null ? '' : id,
    to: { id, courseId, startsAt: slot.startsAt, endsAt: slot.endsAt, on: slot.on, from, to },
    students: lesson.studentsOn(slot.on),
    teacherId,
  };
};

/** Norms that must be kept limit a student's day, the strictest of them; those that are wishes do not. */
async function limitsOf(
  apis: Pick<Apis, 'people'>,
  db: ReadScope['db'],
  { movable, grade }: { readonly movable: Movable; readonly grade: number },
  { startsAt, endsAt }: Sought,
  { fromOn, untilOn }: Days,
): Promise<ReadonlyMap<string, number>> {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const students = [...new Set(daysBetween(fromOn, untilOn).flatMap((on) => movable.studentsOn(on)))];
  const sets = normSets(await normFacts(apis, db, students));
  const limits = students.flatMap((id): [string, number][] => {
    const most = sets
      .filter(({ holdsFor }) => holdsFor([id]))
      .flatMap(({ norms }) => mostLessonsADay(norms, grade, minutes) ?? []);
    return most.length > 0 ? [[id, Math.min(...most)]] : [];
  });
  return new Map(limits);
}

function wishOf({ on, from, to }: WishedWindow, zone: string): readonly Interval[] {
  const [starts, ends] = [instantOf({ on, time: from }, zone), instantOf({ on, time: to }, zone)];
  return starts.kind === 'skipped' || ends.kind === 'skipped' ? [] : [{ startsAt: starts.at, endsAt: ends.at }];
}
