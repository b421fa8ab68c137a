import type { Knex } from 'knex';

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

const columns = ['id', 'name', 'revision'] as const;

/** All subjects, by name in code point order, so that both databases agree. */
export async function subjects(db: Knex): Promise<Subject[]> {
  const rows = await db('school_subject').select<Subject[]>(columns);
  return rows.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

export const subjectById = (db: Knex, id: string): Promise<Subject | undefined> =>
  db('school_subject').where({ id }).first<Subject | undefined>(columns);
