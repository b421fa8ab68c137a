import type { Knex } from 'knex';

interface References {
  readonly subgroupId?: string | null;
  readonly subjectId?: string;
  readonly teacherId?: string | null;
}

const exists = async (query: Knex.QueryBuilder): Promise<boolean> => (await query.first('id')) !== undefined;

/** Which of a course's references do not exist: a subgroup of this group, the subject, the teacher. */
export async function unknownReferences(
  db: Knex,
  groupId: string,
  { subgroupId, subjectId, teacherId }: References,
): Promise<string[]> {
  const unknown: string[] = [];
  if (subgroupId && !(await exists(db('school_subgroup').where({ id: subgroupId, groupId }))))
    unknown.push('subgroupId');
  if (subjectId && !(await exists(db('school_subject').where({ id: subjectId })))) unknown.push('subjectId');
  if (teacherId && !(await exists(db('people_person').where({ id: teacherId })))) unknown.push('teacherId');
  return unknown;
}
