import type { ReadScope } from '../../../server/host/scope.ts';
import { draftAs } from '../access/draftAs.ts';
import type { Apis } from '../apis.ts';
import type { DraftHistory } from '../schemas/draftHistory.ts';
import type { DraftParams } from '../schemas/drafts.ts';
import { type StepRow, stepsOf } from '../store/draftSteps.ts';
import { namesOf } from './names.ts';

const shown = 100;

/** What was done to a draft's lessons, newest first. */
export const draftHistory =
  (apis: Apis) =>
  async (scope: ReadScope, { draftId }: DraftParams): Promise<DraftHistory> => {
    await draftAs(apis.school, scope, draftId);
    const steps = await stepsOf(scope.db, draftId, shown);
    const names = await namesOf(apis, scope.db, {
      people: steps.map(({ madeById }) => madeById),
      courses: steps.flatMap((step) => onlyLesson(step)?.courseId ?? []),
    });
    return {
      items: steps.map((step) => {
        const only = onlyLesson(step);
        const course = only && names.course(only.courseId);
        return {
          revision: step.revision,
          kind: step.kind,
          madeBy: step.madeById === null ? null : names.person(step.madeById),
          madeAt: step.madeAt.toISOString(),
          isUndone: step.isUndone,
          changed: step.beforeJson.length,
          lesson:
            only && course
              ? {
                  courseId: only.courseId,
                  nth: only.nth,
                  groupId: course.groupId,
                  groupName: course.groupName,
                  subgroupName: course.subgroupName,
                  subjectName: course.subjectName,
                }
              : null,
          from: only?.at ?? null,
          to: step.kind === 'solved' ? null : (step.afterJson[0]?.at ?? null),
        };
      }),
    };
  };

/** The lesson that a step made by hand is about, as it was before. */
const onlyLesson = ({ kind, beforeJson }: StepRow) => (kind === 'solved' ? undefined : beforeJson[0]);
