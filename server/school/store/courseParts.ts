import type { Knex } from 'knex';

/** A course that goes on with a part of another one. */
export interface CoursePartRow {
  readonly partCourseId: string;
  readonly courseId: string;
  /** The subgroup was made for it. */
  readonly isNewSubgroup: boolean;
}

export const insertParts = (db: Knex, parts: readonly CoursePartRow[]): Promise<unknown> =>
  db('school_course_part').insert([...parts]);

/** The parts of a course that was split, with their subgroups. */
export const partsOfCourse = (
  db: Knex,
  courseId: string,
): Promise<readonly (CoursePartRow & { readonly subgroupId: string | null })[]> =>
  db('school_course_part as part')
    .join('school_course as course', 'course.id', 'part.partCourseId')
    .where('part.courseId', courseId)
    .orderBy('part.partCourseId')
    .select('part.partCourseId', 'part.courseId', 'part.isNewSubgroup', 'course.subgroupId');

export const deleteParts = (db: Knex, courseId: string): Promise<number> =>
  db('school_course_part').where({ courseId }).delete();

/** Who is in these subgroups, each once. */
export async function peopleOfSubgroups(db: Knex, subgroupIds: readonly string[]): Promise<readonly string[]> {
  const rows: { readonly personId: string }[] = await db('school_subgroup_member')
    .whereIn('subgroupId', [...subgroupIds])
    .distinct('personId');
  return rows.map(({ personId }) => personId);
}

export const emptySubgroups = (db: Knex, subgroupIds: readonly string[]): Promise<number> =>
  db('school_subgroup_member')
    .whereIn('subgroupId', [...subgroupIds])
    .delete();
