import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { studentsOn } from '../domain/lessons/concerned.ts';

/** Students of a course on some dates, each once, in a stable order. */
export async function studentsOfDates(
  apis: Pick<Apis, 'school'>,
  { db }: Pick<ReadScope, 'db'>,
  courseId: string,
  dates: readonly string[],
): Promise<readonly string[]> {
  const [fromOn, untilOn] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (fromOn === undefined || untilOn === undefined) return [];
  const learn = studentsOn(await apis.school.studentsOfCourses(db, [courseId], { fromOn, untilOn }));
  return [...new Set(dates.flatMap((on) => learn(courseId, on)))].sort();
}
