import type { WriteScope } from '../../../server/host/scope.ts';
import { draftToChange } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { draftTopic } from '../draftTopic.ts';
import { composedOf } from '../queries/composedOf.ts';
import { draftFacts } from '../queries/draftFacts.ts';
import { lessonIn } from '../queries/lessonPlaces.ts';
import { draftView } from '../queries/showDraft.ts';
import { splitParts } from '../queries/splitParts.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import type { Draft } from '../schemas/drafts.ts';
import type { SplitRequest } from '../schemas/split.ts';
import { changeDraftRow } from '../store/drafts.ts';

/**
 * Goes on with the course of a lesson in parts, because no place suits everybody at once: a subgroup and a course for each. The
 * draft then has the lessons of the parts, without places; what is published stays as it is until the draft is published.
 */
export const splitCourse =
  (apis: Apis) =>
  async (scope: WriteScope, params: LessonParams, request: SplitRequest, seen: number): Promise<Draft> => {
    const { draftId, ...key } = params;
    const draft = await draftToChange(apis.school, scope, draftId, seen);
    const { facts } = await draftFacts(apis, scope, draft);
    const lesson = lessonIn(composedOf(facts), key);
    const parts = splitParts(lesson, request);
    await apis.school.splitCourse(
      scope,
      key.courseId,
      parts.map(({ subgroupId, name, studentIds }) => (subgroupId === null ? { name, studentIds } : { subgroupId })),
    );
    const revision = await changeDraftRow(scope.db, draft);
    scope.touch(draftTopic(apis.school), draftId);
    return draftView(apis, scope, { ...draft, revision });
  };
