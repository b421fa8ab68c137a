import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { draftTopic } from '../draftTopic.ts';
import { lessonUnknown, splitPublished } from '../problems.ts';
import { draftView } from '../queries/showDraft.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import type { Draft } from '../schemas/drafts.ts';
import { forgetDraftLessons } from '../store/draftLessons.ts';
import { changeDraftRow, draftWithLessons } from '../store/drafts.ts';
import { hasLessons } from '../store/lessons.ts';

/** Goes on with a course that was split as one again, as long as no lesson of a part was published. */
export const undoSplit =
  (apis: Apis) =>
  async (scope: WriteScope, { draftId, courseId }: LessonParams, seen: number): Promise<Draft> => {
    const { school } = apis;
    const draft = await draftToChange(school, scope, draftId, seen);
    const groupIds = (await draftWithLessons(scope.db, draftId))?.groupIds ?? [];
    const [course] = await school.coursesByIds(scope.db, [courseId]);
    if (!course || !groupIds.includes(course.groupId)) throw new Problem(lessonUnknown, { id: courseId });
    const parts = (await school.partsOfCourse(scope.db, courseId)).map(({ partCourseId }) => partCourseId);
    if (await hasLessons(scope.db, parts)) throw new Problem(splitPublished, { id: courseId });
    await forgetDraftLessons(scope.db, parts);
    await school.undoSplit(scope, courseId);
    const revision = await changeDraftRow(scope.db, draft);
    scope.touch(draftTopic(school), draftId);
    return draftView(apis, scope, { ...draft, revision });
  };
