import { defineWrite, type Route } from '../../../server/http/route.ts';
import { courseNotSplit } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { splitCourse } from '../commands/splitCourse.ts';
import { undoSplit } from '../commands/undoSplit.ts';
import { composeTimetable } from '../permissions.ts';
import {
  draftEnded,
  draftUnknown,
  lessonUnknown,
  splitPartEmpty,
  splitPublished,
  splitUneven,
  subgroupOfOtherGroup,
} from '../problems.ts';
import { previewSplit } from '../queries/previewSplit.ts';
import { LessonParams } from '../schemas/draftLessons.ts';
import { Draft } from '../schemas/drafts.ts';
import { SplitPreview, SplitRequest } from '../schemas/split.ts';

const path = '/timetable/drafts/:draftId/lessons/:courseId/:nth/split';
const whose = ({ body }: { readonly body: SplitRequest }): readonly string[] =>
  body.parts.flatMap((part) => ('studentIds' in part ? part.studentIds : []));

/** A course that goes on in parts, because no place suits everybody at once. */
export const splitRoutes = (apis: Apis): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: `${path}-preview`,
    operationId: 'previewSplit',
    isHeavy: true,
    summary: 'What going on with a course in parts would do: where each part could have its lessons. Changes nothing.',
    permission: composeTimetable,
    about: { notKept: 'It shows the students that the draft shows.' },
    params: LessonParams,
    body: SplitRequest,
    output: SplitPreview,
    problems: [draftUnknown, lessonUnknown, splitUneven, splitPartEmpty, subgroupOfOtherGroup],
    handle: (scope, { params, body }) => previewSplit(apis)(scope, params, body),
  }),
  defineWrite({
    method: 'post',
    path,
    operationId: 'splitCourse',
    isHeavy: true,
    summary:
      'Goes on with a course in parts, each a subgroup with a course of its own; the draft has their lessons then.',
    permission: composeTimetable,
    about: { what: 'timetable.course-split', whose },
    params: LessonParams,
    body: SplitRequest,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, lessonUnknown, splitUneven, splitPartEmpty, subgroupOfOtherGroup],
    handle: (scope, { params, body, ifMatch }) => splitCourse(apis)(scope, params, body, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: `${path}-undo`,
    operationId: 'undoSplit',
    summary: 'Goes on with a course that was split as one again, as long as nothing of its parts was published.',
    permission: composeTimetable,
    params: LessonParams,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, lessonUnknown, splitPublished, courseNotSplit],
    handle: (scope, { params, ifMatch }) => undoSplit(apis)(scope, params, ifMatch),
  }),
];
