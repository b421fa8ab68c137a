import type { ReadScope } from '../../../server/host/scope.ts';
import type { Days, SchoolReads } from '../../../server/school/api.ts';
import type { TakenLesson } from '../domain/compose/facts.ts';
import { currentPattern } from '../store/pattern.ts';
import { publishedGroupIds } from '../store/publishedGroups.ts';

/** The weekly lessons that hold in the term for all groups but these, with who is in them. */
export async function takenLessons(
  school: SchoolReads,
  { db }: ReadScope,
  wanted: { readonly termId: string; readonly exceptGroupIds: readonly string[]; readonly days: Days },
): Promise<readonly TakenLesson[]> {
  const published = await publishedGroupIds(db, wanted.termId);
  const groupIds = published.filter((id) => !wanted.exceptGroupIds.includes(id));
  if (groupIds.length === 0) return [];
  const groups = await school.groupsByIds(db, groupIds);
  const zones = new Map(groups.map(({ id, zone }) => [id, zone]));
  const pattern = await currentPattern(db, wanted.termId, groupIds);
  const courseIds = [...new Set(pattern.map(({ courseId }) => courseId))];
  const learners = new Map(courseIds.map((id) => [id, new Set<string>()]));
  for (const { courseId, personId } of await school.studentsOfCourses(db, courseIds, wanted.days))
    learners.get(courseId)?.add(personId);
  return pattern.map(({ courseId, groupId, teacherId, weekday, startsTime, minutes }) => ({
    courseId,
    groupId,
    zone: zones.get(groupId) ?? 'UTC',
    weekday,
    startsTime,
    minutes,
    personIds: [...(teacherId === null ? [] : [teacherId]), ...(learners.get(courseId) ?? [])],
  }));
}
