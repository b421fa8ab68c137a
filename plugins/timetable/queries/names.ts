import type { Knex } from 'knex';
import type { Course } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';

/** Looks up what things are called; an id that is gone is called by nothing. */
export interface Names {
  person(id: string | null): string;
  course(id: string): Course | undefined;
}

/** Names of people and courses, two queries however many there are. */
export async function namesOf(
  apis: Pick<Apis, 'people' | 'school'>,
  db: Knex,
  ids: { readonly people: readonly (string | null)[]; readonly courses: readonly string[] },
): Promise<Names> {
  const personIds = [...new Set(ids.people.flatMap((id) => id ?? []))];
  const courseIds = [...new Set(ids.courses)];
  const people = personIds.length > 0 ? await apis.people.peopleByIds(db, personIds) : [];
  const courses = courseIds.length > 0 ? await apis.school.coursesByIds(db, courseIds) : [];
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  const byId = new Map(courses.map((course) => [course.id, course]));
  return {
    person: (id) => (id === null ? '' : (personNames.get(id) ?? '')),
    course: (id) => byId.get(id),
  };
}
