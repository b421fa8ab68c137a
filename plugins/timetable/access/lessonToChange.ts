import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { changeLessons } from '../permissions.ts';
import { lessonBeingPublished, lessonUnknown } from '../problems.ts';
import { lockLesson } from '../store/lessons.ts';
import { lessonToActOn } from './lessonAs.ts';

/**
 * The lesson, kept from others until the commit, for somebody who changes single lessons by hand. Refuses when it is
 * no longer as the actor saw it, and while a publication takes it along.
 */
export async function lessonToChange(
  apis: Pick<Apis, 'school'>,
  scope: WriteScope,
  id: string,
  seenRevision: number,
): Promise<Lesson> {
  await lessonToActOn(apis.school, scope, changeLessons, id);
  const lesson = await lockLesson(scope.db, id);
  if (!lesson) throw new Problem(lessonUnknown, { id });
  if (lesson.revision !== seenRevision) throw new Problem(changedMeanwhile, { revision: lesson.revision });
  if (lesson.pendingPublicationId !== null) throw new Problem(lessonBeingPublished, { id });
  return lesson;
}
