import type { Knex } from 'knex';
import type { Apis } from '../apis.ts';
import type { NormFacts } from '../domain/norms/normSets.ts';
import { healthNorms } from '../store/healthNorms.ts';
import { schoolNorms } from '../store/schoolNorms.ts';

/** The norms that protect these students: those of their home schools, and the usual ones. */
export async function normFacts(
  { people }: Pick<Apis, 'people'>,
  db: Knex,
  studentIds: readonly string[],
): Promise<NormFacts> {
  const norms = (await healthNorms(db))?.normsJson ?? null;
  const students = studentIds.length > 0 ? await people.studentsByIds(db, studentIds) : [];
  const schools = [...new Set(students.map(({ homeSchoolId }) => homeSchoolId))];
  const own = schools.length > 0 ? await schoolNorms(db, schools) : [];
  return {
    norms,
    schoolNorms: own.map(({ homeSchoolId, normsJson }) => ({
      homeSchoolId,
      norms: normsJson,
      // Sorted, so that the same facts are always the same.
      studentIds: new Set(
        students
          .filter((one) => one.homeSchoolId === homeSchoolId)
          .map(({ id }) => id)
          .sort(),
      ),
    })),
  };
}
