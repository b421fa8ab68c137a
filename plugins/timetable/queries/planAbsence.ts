import { addDays, availableIntervals, covers, overlaps } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { absentTeacher, groupsToChange } from '../access/absentTeacher.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Slot } from '../domain/lessons/slot.ts';
import { freeTimes } from '../domain/reschedule/finder.ts';
import { searchDays } from '../domain/reschedule/policy.ts';
import type { AbsenceOption, AbsencePlan, AbsentTeacher } from '../schemas/teacherAbsences.ts';
import { finderFacts } from './finderFacts.ts';
import { localSpan } from './localSpan.ts';
import { namesOf } from './names.ts';

const mostMoves = 4;

/** What could become of each lesson of a teacher who is away: a substitute, another time, or none; the best first. */
export async function planAbsence(apis: Apis, scope: ReadScope, asked: AbsentTeacher): Promise<AbsencePlan> {
  const { teacher, lessons } = await absentTeacher(apis, scope, asked);
  const names = await namesOf(apis, scope.db, { people: [], courses: lessons.map(({ courseId }) => courseId) });
  const qualified = await qualifiedFor(apis, scope, asked.teacherId);
  const given: Given[] = [];
  const planned: AbsencePlan['lessons'] = [];
  for (const lesson of lessons) {
    const course = names.course(lesson.courseId);
    const substitutes = await freeAmong(apis, scope, lesson, qualified.get(course?.subjectId ?? '') ?? []);
    const moves = await timesAfter(apis, scope, lesson, asked);
    const options: AbsenceOption[] = [
      ...inOrder(substitutes, (id) => isFree(given, [id], lesson)).map(
        (id): AbsenceOption => ({ what: 'substitute', teacher: { id, name: '' } }),
      ),
      ...inOrder(moves, ({ slot }) => isFree(given, [lesson.groupId, asked.teacherId], slot)).map(
        ({ slot, absent }): AbsenceOption => ({
          what: 'move',
          on: slot.on,
          time: slot.time,
          startsAt: slot.startsAt.toISOString(),
          absent,
        }),
      ),
      { what: 'cancel' },
    ];
    note(given, lesson, asked.teacherId, options[0], moves);
    planned.push({
      id: lesson.id,
      revision: lesson.revision,
      subjectName: course?.subjectName ?? '',
      groupName: course?.groupName ?? '',
      startsAt: lesson.startsAt.toISOString(),
      local: localSpan(lesson, scope.actor.zone),
      options,
    });
  }
  return { teacher: { id: teacher.id, name: teacher.name }, lessons: await named(apis, scope, planned) };
}

/** What suggestions for earlier lessons have taken already. */
interface Given {
  readonly who: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

type Span = Pick<Given, 'startsAt' | 'endsAt'>;

const isFree = (given: readonly Given[], whom: readonly string[], span: Span): boolean =>
  !given.some((one) => whom.includes(one.who) && overlaps(one, span));

/** Those that suggestions have not taken yet come first. */
const inOrder = <T>(list: readonly T[], isLeft: (one: T) => boolean): readonly T[] => [
  ...list.filter(isLeft),
  ...list.filter((one) => !isLeft(one)),
];

function note(
  given: Given[],
  lesson: Lesson,
  teacherId: string,
  first: AbsenceOption | undefined,
  moves: readonly { readonly slot: Slot }[],
): void {
  const { startsAt, endsAt } = lesson;
  if (first?.what === 'substitute') given.push({ who: first.teacher.id, startsAt, endsAt });
  if (first?.what !== 'move') return;
  const slot = moves.find((one) => one.slot.startsAt.toISOString() === first.startsAt)?.slot;
  for (const who of slot ? [lesson.groupId, teacherId] : [])
    given.push({ who, startsAt: slot?.startsAt ?? startsAt, endsAt: slot?.endsAt ?? endsAt });
}

/** Who else teaches each subject in the groups within reach. */
export async function qualifiedFor(
  apis: Pick<Apis, 'school' | 'people'>,
  scope: ReadScope,
  teacherId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const courses = await apis.school.coursesOfGroups(scope.db, [...(await groupsToChange(apis, scope))]);
  const teachers = [...new Set(courses.flatMap((course) => course.teacherId ?? []))].filter((id) => id !== teacherId);
  const cards = await apis.people.peopleByIds(scope.db, teachers);
  const active = new Set(cards.filter(({ isActive }) => isActive).map(({ id }) => id));
  const found = new Map<string, string[]>();
  for (const { subjectId, teacherId: id } of courses) {
    const list = found.get(subjectId) ?? [];
    found.set(subjectId, list);
    if (id !== null && active.has(id) && !list.includes(id)) list.push(id);
  }
  return found;
}

async function freeAmong(
  apis: Apis,
  scope: ReadScope,
  lesson: Lesson,
  teachers: readonly string[],
): Promise<readonly string[]> {
  if (teachers.length === 0) return [];
  const busy = await apis.calendar.busyOf(scope, teachers, lesson.startsAt, lesson.endsAt);
  const taken = new Set(busy.map(({ subjectId }) => subjectId));
  const times = await apis.calendar.timesOf(scope.db, teachers);
  const online = times.filter(({ availability }) =>
    covers(availableIntervals(availability, lesson.startsAt, lesson.endsAt), lesson),
  );
  return online.map(({ personId }) => personId).filter((id) => !taken.has(id));
}

/** Times after the teacher is back at which everybody is free. */
async function timesAfter(apis: Apis, scope: ReadScope, lesson: Lesson, { teacherId, untilOn }: AbsentTeacher) {
  const terms = await apis.school.terms(scope.db);
  const term = terms.find(({ startsOn, endsOn }) => startsOn <= lesson.on && lesson.on <= endsOn);
  const fromOn = addDays(untilOn, 1);
  const last = addDays(fromOn, searchDays);
  const days = { fromOn, untilOn: term && term.endsOn < last ? term.endsOn : last };
  if (days.untilOn < days.fromOn) return [];
  const facts = await finderFacts(apis, scope, { sought: { ...lesson, teacherId }, holds: [], windows: [] }, days);
  return freeTimes(facts)
    .slice(0, mostMoves)
    .flatMap(({ moves: [move] }) => (move ? [{ slot: move.slot, absent: move.absent.length }] : []));
}

async function named(apis: Apis, scope: ReadScope, lessons: AbsencePlan['lessons']): Promise<AbsencePlan['lessons']> {
  const ids = lessons.flatMap(({ options }) =>
    options.flatMap((one) => (one.what === 'substitute' ? [one.teacher.id] : [])),
  );
  const names = await namesOf(apis, scope.db, { people: ids, courses: [] });
  return lessons.map((lesson) => ({
    ...lesson,
    options: lesson.options.map((one) =>
      one.what === 'substitute' ? { ...one, teacher: { id: one.teacher.id, name: names.person(one.teacher.id) } } : one,
    ),
  }));
}
