import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { roomPool } from '../store/roomPool.ts';

type Concerning = Pick<Lesson, 'courseId' | 'forPersonId'>;

/** Students of a lesson on some dates, each once, in a stable order. */
export async function studentsOfDates(
  apis: Pick<Apis, 'school'>,
  { db }: Pick<ReadScope, 'db'>,
  lesson: Concerning,
  dates: readonly string[],
): Promise<readonly string[]> {
  const [fromOn, untilOn] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (fromOn === undefined || untilOn === undefined) return [];
  const learn = studentsOn(await apis.school.studentsOfCourses(db, [lesson.courseId], { fromOn, untilOn }));
  return [...new Set(dates.flatMap((on) => learnersOf(learn, lesson, on)))].sort();
}

/** Whose time a lesson takes on a date: students, the teacher and a meeting room. */
export async function subjectsOfLesson(
  apis: Pick<Apis, 'school'>,
  scope: Pick<ReadScope, 'db'>,
  lesson: Concerning & Pick<Lesson, 'teacherId'>,
  on: string,
): Promise<readonly string[]> {
  const { teacherId } = lesson;
  const students = await studentsOfDates(apis, scope, lesson, [on]);
  const rooms = await roomPool(scope.db);
  return [...students, ...(teacherId ? [teacherId] : []), ...(rooms ? [rooms.id] : [])];
}
