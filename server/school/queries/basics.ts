import type { ReadScope } from '../../host/scope.ts';
import { groupAs } from '../access/entities.ts';
import { found } from '../access/found.ts';
import { scopesFor } from '../access/reach.ts';
import { courseIdsWithin, groupIdsWithin } from '../access/within.ts';
import { readSchool } from '../permissions.ts';
import { holidayUnknown, homeSchoolUnknown, subjectUnknown, termUnknown } from '../problems.ts';
import { coursesWithin } from '../store/courses.ts';
import { holidayById, holidaysWithin, termById, terms } from '../store/dates.ts';
import { gridsOf } from '../store/grids.ts';
import { homeSchoolById, homeSchools } from '../store/homeSchools.ts';
import { type Subject, subjectById, subjects } from '../store/subjects.ts';
import type { Course, GridPlace, Holiday, HomeSchool, Term } from '../views.ts';

/* Lists and single entities that are shown as they are stored. */

interface List<T> {
  readonly items: T[];
}

export const listHomeSchools = async ({ db }: ReadScope): Promise<List<HomeSchool>> => ({
  items: await homeSchools(db),
});

export const homeSchoolView = async ({ db }: ReadScope, id: string): Promise<HomeSchool> =>
  found(await homeSchoolById(db, id), homeSchoolUnknown, id);

export const listSubjects = async ({ db }: ReadScope): Promise<List<Subject>> => ({ items: await subjects(db) });

export const subjectView = async ({ db }: ReadScope, id: string): Promise<Subject> =>
  found(await subjectById(db, id), subjectUnknown, id);

export const listTerms = async ({ db }: ReadScope): Promise<List<Term>> => ({ items: await terms(db) });

export const termView = async ({ db }: ReadScope, id: string): Promise<Term> =>
  found(await termById(db, id), termUnknown, id);

/** Holidays of all groups, and of the groups that the actor reaches. */
export const listHolidays = async (scope: ReadScope): Promise<List<Holiday>> => ({
  items: await holidaysWithin(scope.db, groupIdsWithin(scope, scopesFor(scope.actor, readSchool))),
});

export const holidayView = async ({ db }: ReadScope, id: string): Promise<Holiday> =>
  found(await holidayById(db, id), holidayUnknown, id);

/** The grid of a group that the actor reaches; its revision is the group's. */
export async function gridView(
  scope: ReadScope,
  groupId: string,
): Promise<List<GridPlace> & { readonly zone: string; readonly revision: number }> {
  const { zone, revision } = await groupAs(scope, readSchool, groupId);
  return { items: await gridsOf(scope.db, [groupId]), zone, revision };
}

/** Courses that the actor reaches, of one group or teacher when told. */
export async function listCourses(
  scope: ReadScope,
  { groupId, teacherId }: { readonly groupId?: string | undefined; readonly teacherId?: string | undefined },
): Promise<List<Course>> {
  const reached = await coursesWithin(scope.db, courseIdsWithin(scope, scopesFor(scope.actor, readSchool)));
  const items = reached.filter(
    (course) =>
      (groupId === undefined || course.groupId === groupId) &&
      (teacherId === undefined || course.teacherId === teacherId),
  );
  return { items };
}
