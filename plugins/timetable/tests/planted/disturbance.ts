import type { Composed } from '../../domain/compose/compose.ts';
import type { Assignment } from '../../domain/model/assignment.ts';
import type { Problem } from '../../domain/model/problem.ts';

/** How many people have to come to each activity. */
export type PeopleOf = (activity: string) => number;

/** Students and teacher of a lesson. */
export const peopleIn =
  ({ lessons }: Composed): PeopleOf =>
  (id) => {
    const course = lessons.get(id)?.course;
    return course ? course.studentIds.length + (course.teacherId === null ? 0 : 1) : 0;
  };

/** What a new timetable changes for those who live by the old one. Activities that the old one has not are not counted. */
export interface Disturbance {
  /** Activities that are elsewhere now, or nowhere. */
  readonly moved: readonly string[];
  /** People times moved activities. */
  readonly people: number;
}

export function disturbanceOf(problem: Problem, before: Assignment, after: Assignment, people: PeopleOf): Disturbance {
  const moved = problem.activities
    .map(({ id }) => id)
    .filter((id) => before.has(id) && before.get(id)?.place !== after.get(id)?.place);
  return { moved, people: moved.reduce((sum, id) => sum + people(id), 0) };
}
