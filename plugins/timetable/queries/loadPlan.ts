import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { availableIntervals, type PersonTime } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Course, Days, Group, Term } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { type StudentsOn, studentsOn } from '../domain/lessons/concerned.ts';
import { alternativesOf } from '../domain/publish/alternatives.ts';
import type { LessonChange } from '../domain/publish/change.ts';
import { type Decision, type ExceptionDate, keyOf } from '../domain/publish/decision.ts';
import { mondayOf } from '../domain/publish/expandPattern.ts';
import { rememberedExpansion } from '../domain/publish/expansion.ts';
import type { DatesContext } from '../domain/publish/failingDates.ts';
import { planText } from '../domain/publish/fingerprint.ts';
import { daysBetween } from '../domain/publish/holidayDates.ts';
import type { PatternLesson } from '../domain/publish/patternLesson.ts';
import { type PlanClash, planClashes } from '../domain/publish/planClashes.ts';
import { planGroup } from '../domain/publish/planGroup.ts';
import { spanOf } from '../domain/publish/span.ts';
import { publishTimetable } from '../permissions.ts';
import { draftEnded, draftUnknown, effectiveDateOutside } from '../problems.ts';
import type { PlanRequest } from '../schemas/publications.ts';
import { type DraftLessonRow, type DraftWithLessons, draftWithLessons } from '../store/drafts.ts';
import { decidedExceptions } from '../store/exceptions.ts';
import { lessonsOfTerm } from '../store/lessons.ts';

/** What publishing a draft would do, and everything that is needed to show or do it. */
export interface LoadedPlan extends Omit<DraftWithLessons, 'lessons'> {
  readonly term: Term;
  readonly groups: readonly Group[];
  readonly courses: readonly Course[];
  readonly pattern: readonly PatternLesson[];
  /** Lessons of the draft that have no place yet; they are not published. */
  readonly unplaced: readonly Pick<DraftLessonRow, 'courseId' | 'nth'>[];
  readonly changes: readonly LessonChange[];
  readonly exceptions: readonly ExceptionDate[];
  readonly clashes: readonly PlanClash[];
  readonly studentsOn: StudentsOn;
  readonly fingerprint: string;
}

/** Plans the publication of a draft, of which the actor must reach every group. Preview and commit both come here. */
export async function loadPlan(apis: Apis, scope: ReadScope, request: PlanRequest): Promise<LoadedPlan> {
  const { draft, groupIds, lessons } = await publishableDraft(apis, scope, request.draftId);
  const groups: Group[] = [];
  for (const groupId of groupIds) groups.push(await apis.school.groupAs(scope, publishTimetable, groupId));
  const term = await apis.school.termById(scope.db, draft.termId);
  if (!term || request.effectiveOn > term.endsOn)
    throw new Problem(effectiveDateOutside, { effectiveOn: request.effectiveOn, endsOn: term?.endsOn ?? null });
  const days = { fromOn: later(request.effectiveOn, term.startsOn), untilOn: term.endsOn };

  const courses = await apis.school.coursesOfGroups(scope.db, groupIds);
  const pattern = lessons.flatMap(placed);
  const facts = await peopleOf(apis, scope, courses, pattern, { ...days, termOn: term.startsOn });
  const { changes, exceptions } = await planGroups(apis, scope, { request, term, days, groups, pattern, facts });
  await breathe();
  const clashes = await clashesOf(apis, scope, changes, facts.studentsOn);
  await breathe();
  const fingerprint = createHash('sha256')
    .update(planText(changes, exceptions, clashes))
    .digest('hex');
  const unplaced = lessons.filter(({ startsTime }) => startsTime === null);
  return {
    draft,
    groupIds,
    term,
    groups,
    courses,
    pattern,
    unplaced,
    changes,
    exceptions,
    clashes,
    studentsOn: facts.studentsOn,
    fingerprint,
  };
}

async function publishableDraft(apis: Apis, scope: ReadScope, draftId: string): Promise<DraftWithLessons> {
  const found = await draftWithLessons(scope.db, draftId);
  if (!found || found.draft.state === 'discarded') throw new Problem(draftUnknown, { id: draftId });
  for (const groupId of found.groupIds)
    if ((await apis.school.mayReachGroup(scope, publishTimetable, groupId)) === 'unseen')
      throw new Problem(draftUnknown, { id: draftId });
  if (found.draft.state === 'published') throw new Problem(draftEnded, { id: draftId });
  return found;
}

const later = (a: string, b: string): string => (a < b ? b : a);

function placed(lesson: DraftLessonRow): PatternLesson[] {
  const { weekday, hourIndex, startsTime } = lesson;
  if (weekday === null || hourIndex === null || startsTime === null) return [];
  const { courseId, nth, groupId, subgroupId, teacherId, minutes } = lesson;
  return [{ courseId, nth, groupId, subgroupId, teacherId, weekday, hourIndex, startsTime, minutes }];
}

interface PeopleFacts {
  readonly studentsOn: StudentsOn;
  /** By course: its students and its teachers. */
  readonly people: ReadonlyMap<string, readonly PersonTime[]>;
  readonly available: DatesContext['available'];
}

const dayMs = 86_400_000;

async function peopleOf(
  apis: Apis,
  { db }: ReadScope,
  courses: readonly Course[],
  pattern: readonly PatternLesson[],
  days: Days & { readonly termOn: string },
): Promise<PeopleFacts> {
  const courseIds = courses.map(({ id }) => id);
  const stays = await apis.school.studentsOfCourses(db, courseIds, days);
  const idsOf = new Map(courseIds.map((id) => [id, new Set<string>()]));
  for (const { courseId, personId } of stays) idsOf.get(courseId)?.add(personId);
  for (const { courseId, teacherId } of pattern) if (teacherId) idsOf.get(courseId)?.add(teacherId);
  const everybody = [...new Set([...idsOf.values()].flatMap((ids) => [...ids]))];
  const times = await apis.calendar.timesOf(db, everybody);
  const byId = new Map(times.map((time) => [time.personId, time]));
  const from = new Date(Date.parse(`${days.termOn}T00:00:00Z`) - 2 * dayMs);
  const to = new Date(Date.parse(`${days.untilOn}T00:00:00Z`) + 2 * dayMs);
  return {
    studentsOn: studentsOn(stays),
    people: new Map([...idsOf].map(([id, ids]) => [id, [...ids].flatMap((personId) => byId.get(personId) ?? [])])),
    available: new Map(
      times.map(({ personId, availability }) => [personId, availableIntervals(availability, from, to)]),
    ),
  };
}

interface ToPlan {
  readonly request: PlanRequest;
  readonly term: Term;
  readonly days: Days;
  readonly groups: readonly Group[];
  readonly pattern: readonly PatternLesson[];
  readonly facts: PeopleFacts;
}

async function planGroups(apis: Apis, scope: ReadScope, { request, term, days, groups, pattern, facts }: ToPlan) {
  const groupIds = groups.map(({ id }) => id);
  const weeks = { fromOn: mondayOf(term.startsOn), untilOn: term.endsOn };
  const lessons = await lessonsOfTerm(scope.db, groupIds, weeks.fromOn, weeks.untilOn);
  const grids = await apis.school.gridsOf(scope.db, groupIds);
  const decisions = await decisionsOf(scope, term.id, groupIds, pattern, request);
  const released = new Set(request.releasedLessonIds);
  const expand = rememberedExpansion();
  const changes: LessonChange[] = [];
  const exceptions: ExceptionDate[] = [];
  for (const group of groups) {
    // A whole school takes seconds to plan: other requests are answered between the groups.
    await breathe();
    const holidays = new Map<string, string>();
    for (const holiday of await apis.school.holidaysOf(scope.db, group.id, { ...days, fromOn: term.startsOn }))
      for (const on of daysBetween(holiday.fromOn, holiday.untilOn)) holidays.set(on, holiday.name);
    const own = pattern.filter(({ groupId }) => groupId === group.id);
    const grid = grids.filter(({ groupId }) => groupId === group.id);
    const contexts = new Map(
      own.map((lesson): readonly [string, DatesContext] => [
        lesson.courseId,
        {
          holidays,
          people: facts.people.get(lesson.courseId) ?? [],
          available: facts.available,
          alternatives: alternativesOf(lesson, grid, own),
        },
      ]),
    );
    const plan = planGroup({
      groupId: group.id,
      zone: group.zone,
      term: { firstOn: term.startsOn, lastOn: term.endsOn },
      pattern: own,
      lessons: lessons.filter(({ groupId }) => groupId === group.id),
      contexts,
      decisions,
      expand,
      released,
      now: scope.now,
      effectiveOn: days.fromOn,
    });
    changes.push(...plan.changes);
    exceptions.push(...plan.exceptions);
  }
  return { changes, exceptions };
}

/** Decisions of this request, and earlier ones about lessons that are at the same time in the new pattern. */
async function decisionsOf(
  scope: ReadScope,
  termId: string,
  groupIds: readonly string[],
  pattern: readonly PatternLesson[],
  request: PlanRequest,
): Promise<ReadonlyMap<string, Decision>> {
  const decisions = new Map<string, Decision>();
  const times = new Map(pattern.map((lesson) => [`${lesson.courseId} ${lesson.nth}`, lesson.startsTime]));
  for (const { courseId, nth, heldOn, startsTime, decisionJson } of await decidedExceptions(scope.db, termId, groupIds))
    if (decisionJson && times.get(`${courseId} ${nth}`) === startsTime)
      decisions.set(keyOf({ courseId, nth, on: heldOn }), decisionJson);
  for (const { decision, ...key } of request.decisions) decisions.set(keyOf(key), decision);
  return decisions;
}

async function clashesOf(
  apis: Apis,
  scope: ReadScope,
  changes: readonly LessonChange[],
  learn: StudentsOn,
): Promise<readonly PlanClash[]> {
  const taking = changes.filter(({ kind, to }) => kind !== 'kept' && to !== null);
  const subjectsOf = ({ courseId, to }: LessonChange): readonly string[] =>
    to ? [...learn(courseId, to.on), ...(to.teacherId ? [to.teacherId] : [])] : [];
  const subjects = [...new Set(taking.flatMap(subjectsOf))];
  const span = spanOf(taking.flatMap(({ to }) => to ?? []));
  if (!span) return [];
  return planClashes(changes, subjectsOf, await apis.calendar.busyOf(scope, subjects, span.startsAt, span.endsAt));
}
