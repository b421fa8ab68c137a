import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { ComposeFacts } from '../domain/compose/facts.ts';
import type { LessonKey } from '../domain/compose/lesson.ts';
import type { LessonRef, PersonRef } from '../schemas/explanation.ts';

/** What things are called for this reader; people whom the reader does not know are null. */
export interface KnownNames {
  person(id: string | undefined): PersonRef;
  lesson(key: LessonKey): LessonRef;
  group(id: string | undefined): string | null;
  subject(courseId: string | undefined): string | null;
  homeSchool(id: string | undefined): string | null;
  elsewhere(courseId: string | undefined): { readonly groupName: string; readonly subjectName: string } | null;
}

/** Reads the names of everybody and every course in the facts, once for a whole reply. */
export async function knownNames(
  { people, school }: Apis,
  scope: ReadScope,
  facts: Pick<ComposeFacts, 'people' | 'courses' | 'taken' | 'groups' | 'schoolNorms'>,
): Promise<KnownNames> {
  const seen = new Set(await seenIds(school, scope));
  const ids = [...facts.people.values()].flatMap(({ id, sharesDeviceWith }) => [id, ...sharesDeviceWith]);
  const cards = await people.peopleByIds(
    scope.db,
    [...new Set(ids)].filter((id) => seen.has(id)),
  );
  const persons = new Map(cards.map(({ id, name }) => [id, { id, name }]));
  const courseIds = [...facts.courses.map(({ id }) => id), ...facts.taken.map(({ courseId }) => courseId)];
  const courses = new Map(
    (await school.coursesByIds(scope.db, [...new Set(courseIds)])).map((course) => [course.id, course]),
  );
  const schools = new Map(
    (facts.schoolNorms.length > 0 ? await school.homeSchools(scope.db) : []).map(({ id, name }) => [id, name]),
  );
  const groups = new Map(facts.groups.map(({ id, name }) => [id, name]));
  return {
    person: (id) => (id === undefined ? null : (persons.get(id) ?? null)),
    group: (id) => (id === undefined ? null : (groups.get(id) ?? null)),
    subject: (id) => (id === undefined ? null : (courses.get(id)?.subjectName ?? null)),
    homeSchool: (id) => (id === undefined ? null : (schools.get(id) ?? null)),
    elsewhere: (id) => {
      const course = id === undefined ? undefined : courses.get(id);
      return course ? { groupName: course.groupName, subjectName: course.subjectName } : null;
    },
    lesson: ({ courseId, nth }) => {
      const course = courses.get(courseId);
      return {
        courseId,
        nth,
        groupId: course?.groupId ?? '',
        groupName: course?.groupName ?? '',
        subgroupName: course?.subgroupName ?? null,
        subjectName: course?.subjectName ?? '',
      };
    },
  };
}

async function seenIds(school: Apis['school'], scope: ReadScope): Promise<readonly string[]> {
  const rows: { readonly id: string }[] = await school.seenPersonIds(scope);
  return rows.map(({ id }) => id);
}
