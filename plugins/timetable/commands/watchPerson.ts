import { availableIntervals, covers } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { lessonsOfStudents, lessonsOfTeacher } from '../queries/lessonsOfPeople.ts';
import { type CannotJoin, cannotJoinOf, putCannotJoin } from '../store/cannotJoin.ts';
import { excusesOfLessons } from '../store/excuses.ts';

const dayMs = 86_400_000;
/** How far is looked; a term is shorter. */
const daysAhead = 120;

/**
 * Looks again for which lessons to come somebody cannot be online, as student or teacher. Returns what is new: courses
 * of which it was not so before, or of more lessons.
 */
export async function watchPerson(apis: Apis, scope: WriteScope, personId: string): Promise<readonly CannotJoin[]> {
  const { db, now } = scope;
  const range = { startsAt: now, endsAt: new Date(now.getTime() + daysAhead * dayMs) };
  const learning = (await lessonsOfStudents(apis, scope, [personId], range)).get(personId)?.lessons ?? [];
  const teaching = (await lessonsOfTeacher(scope, personId, range)).lessons;
  const lessons = [...learning, ...teaching].filter(({ state, startsAt }) => state === 'planned' && startsAt > now);
  const [time] = await apis.calendar.timesOf(db, [personId]);
  const free = time
    ? availableIntervals(time.availability, range.startsAt, new Date(range.endsAt.getTime() + dayMs))
    : [];
  const excused = new Set(
    (
      await excusesOfLessons(
        db,
        lessons.map(({ id }) => id),
      )
    )
      .filter(({ studentId }) => studentId === personId)
      .map(({ lessonId }) => lessonId),
  );
  const missed = lessons
    .filter((lesson) => time && !excused.has(lesson.id) && !covers(free, lesson))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const found = new Map<string, CannotJoin & { readonly id: string }>();
  for (const { id, courseId, groupId } of missed) {
    const known = found.get(courseId);
    const first = { id: scope.newId(), personId, courseId, groupId, firstLessonId: id, lessons: 1, foundAt: now };
    found.set(courseId, known ? { ...known, lessons: known.lessons + 1 } : first);
  }
  const before = new Map((await cannotJoinOf(db, personId)).map((one) => [one.courseId, one.lessons]));
  const rows = [...found.values()];
  await putCannotJoin(db, personId, rows);
  return rows.filter(({ courseId, lessons: count }) => count > (before.get(courseId) ?? 0));
}
