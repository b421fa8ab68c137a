import type { Knex } from 'knex';
import type { PatternLesson } from '../domain/publish/patternLesson.ts';
import { chunksOf } from './chunks.ts';

/** A lesson of the published pattern, and the publication that it is from. */
export interface PublishedPatternLesson extends PatternLesson {
  readonly publicationId: string;
}

/** The weekly pattern that holds for each group: that of the last publication which names it. */
export async function currentPattern(
  db: Knex,
  termId: string,
  groupIds: readonly string[],
): Promise<readonly PublishedPatternLesson[]> {
  const latest = db('timetable_publication_group as part')
    .join('timetable_publication as publication', 'publication.id', 'part.publicationId')
    .where({ 'publication.termId': termId, 'publication.state': 'published' })
    .whereIn('part.groupId', groupIds)
    .groupBy('part.groupId')
    .select({ groupId: 'part.groupId' })
    .max({ number: 'publication.number' });
  return db('timetable_pattern as pattern')
    .join('timetable_publication as publication', 'publication.id', 'pattern.publicationId')
    .join(latest.as('latest'), (on) =>
      on.on('latest.groupId', 'pattern.groupId').andOn('latest.number', 'publication.number'),
    )
    .where('publication.termId', termId)
    .orderBy(['pattern.groupId', 'pattern.courseId', 'pattern.nth'])
    .select<PublishedPatternLesson[]>({
      publicationId: 'pattern.publicationId',
      courseId: 'pattern.courseId',
      nth: 'pattern.nth',
      groupId: 'pattern.groupId',
      subgroupId: 'pattern.subgroupId',
      teacherId: 'pattern.teacherId',
      weekday: 'pattern.weekday',
      hourIndex: 'pattern.hourIndex',
      startsTime: 'pattern.startsTime',
      minutes: 'pattern.minutes',
    });
}

/** Where the pattern of a publication puts each lesson of a week. */
export const placesOfPattern = (
  db: Knex,
  publicationId: string,
): Promise<readonly Pick<PatternLesson, 'groupId' | 'courseId' | 'nth' | 'weekday' | 'hourIndex'>[]> =>
  db('timetable_pattern')
    .where({ publicationId })
    .orderBy(['groupId', 'courseId', 'nth'])
    .select('groupId', 'courseId', 'nth', 'weekday', 'hourIndex');

/** One lesson of the pattern of a publication. */
export const patternLesson = (
  db: Knex,
  publicationId: string,
  courseId: string,
  nth: number,
): Promise<Pick<PatternLesson, 'subgroupId' | 'teacherId' | 'minutes'> | undefined> =>
  db('timetable_pattern').where({ publicationId, courseId, nth }).first('subgroupId', 'teacherId', 'minutes');

export async function insertPattern(db: Knex, publicationId: string, lessons: readonly PatternLesson[]): Promise<void> {
  for (const part of chunksOf(lessons, 500))
    await db('timetable_pattern').insert(
      part.map(({ courseId, nth, groupId, subgroupId, teacherId, weekday, hourIndex, startsTime, minutes }) => ({
        publicationId,
        courseId,
        nth,
        groupId,
        subgroupId,
        teacherId,
        weekday,
        hourIndex,
        startsTime,
        minutes,
      })),
    );
}
