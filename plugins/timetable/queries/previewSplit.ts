import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import { splitEffect } from '../domain/compose/split.ts';
import type { LessonParams } from '../schemas/draftLessons.ts';
import type { SplitPreview, SplitRequest } from '../schemas/split.ts';
import { composedOf } from './composedOf.ts';
import { draftFacts } from './draftFacts.ts';
import { knownNames } from './knownNames.ts';
import { lessonIn } from './lessonPlaces.ts';
import { splitParts } from './splitParts.ts';

/** What going on with a lesson's course in parts would do: who is in which, and where each could have its lessons. */
export const previewSplit =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId, ...key }: LessonParams, request: SplitRequest): Promise<SplitPreview> => {
    const draft = await draftAs(apis.school, scope, draftId);
    const { facts } = await draftFacts(apis, scope, draft);
    const lesson = lessonIn(composedOf(facts), key);
    const effect = splitEffect(facts, lesson.course, splitParts(lesson, request));
    const names = await knownNames(apis, scope, facts);
    return {
      revision: draft.revision,
      parts: effect.parts.map(({ part, open, withoutPlace }) => ({
        subgroupId: part.subgroupId,
        name: part.name,
        students: part.studentIds.map((id) => names.person(id)),
        open: open.map(({ place: { weekday, hour, startsTime } }) => ({ weekday, hour, startsTime })),
        withoutPlace,
      })),
      teacher: names.person(lesson.course.teacherId ?? undefined),
      teacherBefore: effect.teacherBefore,
      teacherAfter: effect.teacherAfter,
    };
  };
