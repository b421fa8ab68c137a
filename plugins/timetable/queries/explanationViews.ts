import type { Blocker } from '../domain/compose/blocker.ts';
import type { Explained } from '../domain/compose/explain.ts';
import type { Clock } from '../domain/compose/facts.ts';
import type { ConstraintView, PersonBlocker } from '../schemas/explanation.ts';
import type { KnownNames } from './knownNames.ts';

export const constraintView = (names: KnownNames, part: Explained): ConstraintView => ({
  id: part.id,
  rule: part.rule,
  hard: part.hard,
  weight: part.weight,
  cost: part.cost,
  groupName: names.group(part.concern.groupId),
  homeSchoolName: names.homeSchool(part.concern.homeSchoolId),
  subjectName: names.subject(part.concern.courseId),
  teacher: names.person(part.concern.teacherId),
  students: (part.concern.studentIds ?? []).map((id) => names.person(id)),
  lessons: part.lessons.map((key) => names.lesson(key)),
  cases: part.cases.map(({ amount, lessons, weekday, count, limit }) => ({
    amount,
    lessons: lessons.map((key) => names.lesson(key)),
    weekday: weekday ?? null,
    count: count ?? null,
    limit: limit ?? null,
  })),
});

export const personBlocker = (names: KnownNames, clocks: readonly Clock[], blocker: Blocker): PersonBlocker => ({
  person: names.person(blocker.personId),
  role: blocker.role,
  reason: blocker.reason,
  periods: blocker.always ? [] : blocker.clocks.flatMap((index) => [...(clocks[index]?.periods ?? [])]),
  sibling: names.person(blocker.siblingId),
  elsewhere: names.elsewhere(blocker.takenCourseId),
});
