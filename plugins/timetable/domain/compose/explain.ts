import { evaluate } from '../model/evaluate.ts';
import type { Case, ConstraintScore, Score } from '../model/score.ts';
import { withoutSchool } from '../norms/normSets.ts';
import type { Composed } from './compose.ts';
import { type LessonKey, lessonOfId } from './lesson.ts';
import { isTakenRoom } from './meetingRooms.ts';
import { teacherOfResource } from './resourceIds.ts';

/** What a tutor knows the rules of a timetable as; several constraints of the engine may be one rule. */
export const ruleNames = [
  'unplaced',
  'place',
  'teacher-clash',
  'students-clash',
  'device-clash',
  'meeting-rooms',
  'lock',
  'break',
  'lessons-a-day',
  'lessons-in-a-row',
  'teacher-lessons-a-day',
  'gaps',
  'even-days',
  'same-day',
  'spread',
  'teacher-gaps',
  'norm-load',
  'norm-screen',
  'norm-heavy',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** Whom or what a constraint is about. */
export interface Concern {
  readonly groupId?: string;
  readonly courseId?: string;
  readonly teacherId?: string;
  /** Students who share their lessons, or siblings at one device. */
  readonly studentIds?: readonly string[];
  /** The home school whose norm it is. */
  readonly homeSchoolId?: string;
}

export interface ExplainedCase {
  readonly amount: number;
  readonly lessons: readonly LessonKey[];
  /** 1 (Monday) to 7, where the case is about one day. */
  readonly weekday?: number;
  readonly count?: number;
  readonly limit?: number;
}

/** One constraint's part of the score. */
export interface Explained {
  readonly id: string;
  readonly rule: RuleName;
  readonly hard: boolean;
  readonly weight: number;
  readonly cost: number;
  readonly concern: Concern;
  readonly lessons: readonly LessonKey[];
  readonly cases: readonly ExplainedCase[];
}

export interface Explanation {
  readonly hard: number;
  readonly soft: number;
  readonly constraints: readonly Explained[];
}

/** Says where the score comes from, constraint by constraint, costliest first; it is the engine's own recount, only worded. */
export function explain(composed: Composed, score: Score = evaluate(composed.problem, composed.current)): Explanation {
  const constraints = score.byConstraint.map((part) => explained(composed, part));
  const order = (one: Explained): number => (one.hard ? 1e9 : 0) + one.cost;
  return { hard: score.hard, soft: score.soft, constraints: constraints.toSorted((a, b) => order(b) - order(a)) };
}

export function explained(composed: Composed, part: ConstraintScore): Explained {
  const { id, hard, weight, cost } = part;
  return {
    id,
    rule: ruleOf(part),
    hard,
    weight,
    cost,
    concern: concernOf(composed, id),
    lessons: part.activities.flatMap(asLesson),
    cases: part.cases.map(explainedCase),
  };
}

const isRule = (name: string): name is RuleName => ruleNames.some((rule) => rule === name);

function asLesson(activityId: string): readonly LessonKey[] {
  const lesson = isTakenRoom(activityId) ? undefined : lessonOfId(activityId);
  return lesson ? [lesson] : [];
}

export function ruleOf({ id, kind }: Pick<ConstraintScore, 'id' | 'kind'>): RuleName {
  if (kind === 'clash-teacher') return 'teacher-clash';
  if (kind === 'clash-students') return 'students-clash';
  if (kind === 'clash-pool') return id.startsWith('clash:device:') ? 'device-clash' : 'meeting-rooms';
  const [name = ''] = id.split(':');
  if (!isRule(name)) throw new Error(`no rule is called ${name}`);
  return name;
}

/** Ids are made of the rule's name, of whom it concerns, and of the home school whose norm it is. */
export function concernOf(composed: Composed, marked: string): Concern {
  const { id, ...school } = withoutSchool(marked);
  return { ...subjectOf(composed, id), ...school };
}

function subjectOf(composed: Composed, id: string): Concern {
  const subject = id.startsWith('clash:') ? id.slice('clash:'.length) : id.slice(id.indexOf(':') + 1);
  const cohort = composed.cohorts.get(subject);
  if (cohort) return { groupId: cohort.groupId, studentIds: cohort.studentIds };
  const device = composed.devices.get(subject);
  if (device) return { studentIds: device.personIds };
  const teacherId = teacherOfResource(subject);
  if (teacherId) return { teacherId };
  if (id.startsWith('teacher-')) return { teacherId: subject };
  const lesson = composed.lessons.get(subject);
  if (lesson) return { groupId: lesson.group.id, courseId: lesson.courseId };
  const course = composed.facts.courses.find((one) => one.id === subject);
  if (course) return { groupId: course.groupId, courseId: course.id };
  return composed.facts.groups.some((one) => one.id === subject) ? { groupId: subject } : {};
}

function explainedCase({ amount, activities, detail }: Case): ExplainedCase {
  const { day, limit } = detail;
  const count = detail.hours ?? detail.gaps ?? detail.count ?? detail.days;
  return {
    amount,
    lessons: activities.flatMap(asLesson),
    ...(day === undefined ? {} : { weekday: Number(day) + 1 }),
    ...(typeof count === 'number' ? { count } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}
