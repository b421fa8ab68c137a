import { addDays, availableIntervals, localOf } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonAs } from '../access/lessonAs.ts';
import { lessonRights } from '../access/lessonRights.ts';
import { teacherToAsk } from '../access/openLesson.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { daysBetween } from '../domain/publish/holidayDates.ts';
import { type FreeSlot, freeSlots } from '../domain/reschedule/freeSlots.ts';
import { earliestSlot, searchDays } from '../domain/reschedule/policy.ts';
import type { FreeSlots, FreeSlotView } from '../schemas/reschedules.ts';
import { holdsOf } from '../store/rescheduleParts.ts';
import { roomPool } from '../store/roomPool.ts';
import { localSpan } from './localSpan.ts';
import { type Names, namesOf } from './names.ts';

const mostShown = 20;
const dayMs = 86_400_000;

/** Times of the coming days at which a lesson could be held: everybody concerned is free, best first, with the reasons. */
export async function listFreeSlots(apis: Apis, scope: ReadScope, lessonId: string): Promise<FreeSlots> {
  const lesson = await lessonAs(apis.school, scope, lessonId);
  const teacherId = teacherToAsk(lesson, scope.now);
  const days = await daysToSearch(apis, scope, lesson);
  const slots = freeSlots(await searchOf(apis, scope, lesson, teacherId, days)).slice(0, mostShown);
  const { mayChange } = (await lessonRights(apis.school, scope, [lesson]))(lesson, null);
  const names = await namesOf(apis, scope.db, { people: slots.flatMap(({ absent }) => absent), courses: [] });
  return {
    ...days,
    items: slots.map((slot) => ({
      on: slot.on,
      time: slot.time,
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      local: localSpan(slot, scope.actor.zone),
      reasons: reasonsOf(slot, mayChange ? names : undefined),
    })),
  };
}

interface Days {
  readonly fromOn: string;
  readonly untilOn: string;
}

async function daysToSearch(apis: Apis, scope: ReadScope, { zone, on }: Lesson): Promise<Days> {
  const fromOn = localOf(scope.now, zone).on;
  const terms = await apis.school.terms(scope.db);
  const term = terms.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  const untilOn = addDays(fromOn, searchDays);
  return { fromOn, untilOn: term && term.endsOn < untilOn ? term.endsOn : untilOn };
}

async function searchOf(apis: Apis, scope: ReadScope, lesson: Lesson, teacherId: string, days: Days) {
  const { db, now } = scope;
  const learn = studentsOn(await apis.school.studentsOfCourses(db, [lesson.courseId], days));
  const dates = daysBetween(days.fromOn, days.untilOn);
  const personIds = [...new Set([teacherId, ...dates.flatMap((on) => learn(lesson.courseId, on))])];
  const rooms = await roomPool(db);
  const from = new Date(now.getTime() - dayMs);
  const to = new Date(now.getTime() + (searchDays + 3) * dayMs);
  const busy = await apis.calendar.busyOf(scope, [...personIds, ...(rooms ? [rooms.id] : [])], from, to);
  // A time that is held for this very lesson does not stand in its own way.
  const holds = new Set(await holdsOf(db, [lesson.id]));
  const times = await apis.calendar.timesOf(db, personIds);
  const holidays = await apis.school.holidaysOf(db, lesson.groupId, days);
  return {
    lesson,
    teacherId,
    studentsOn: (on: string) => learn(lesson.courseId, on),
    grid: await apis.school.gridsOf(db, [lesson.groupId]),
    ...days,
    notBefore: earliestSlot(now),
    holidays: new Set(holidays.flatMap(({ fromOn, untilOn }) => daysBetween(fromOn, untilOn))),
    busy: busy.filter(({ commitmentId }) => commitmentId !== lesson.commitmentId && !holds.has(commitmentId)),
    rooms,
    available: new Map(
      times.map(({ personId, availability }) => [personId, availableIntervals(availability, from, to)]),
    ),
  };
}

function reasonsOf({ absent, daysAway }: FreeSlot, names: Names | undefined): FreeSlotView['reasons'] {
  const first: FreeSlotView['reasons'][number] =
    absent.length === 0
      ? { kind: 'all-can-attend' }
      : { kind: 'absences', count: absent.length, names: names ? absent.map((id) => names.person(id)) : [] };
  if (daysAway === 0) return [first, { kind: 'same-day' }];
  return [first, daysAway < 0 ? { kind: 'days-earlier', days: -daysAway } : { kind: 'days-later', days: daysAway }];
}
