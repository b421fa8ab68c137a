import { defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { cancelLesson } from '../commands/cancelLesson.ts';
import { moveLessonByHand } from '../commands/moveLessonByHand.ts';
import { takeBackLesson } from '../commands/takeBackLesson.ts';
import { changeLessons } from '../permissions.ts';
import {
  lessonBeingPublished,
  lessonCancelled,
  lessonOutOfReach,
  lessonOver,
  lessonUnknown,
  nothingToTakeBack,
  slotImpossible,
  slotTaken,
} from '../problems.ts';
import { previewMove } from '../queries/previewMove.ts';
import { CancelLesson, LessonDetail, LessonParams, MoveLesson, MovePreview, SlotRequest } from '../schemas/lessons.ts';

const refusals = [lessonUnknown, lessonOutOfReach, lessonOver, lessonCancelled, lessonBeingPublished] as const;

/** Changing a single lesson by hand. */
export const lessonChangeRoutes = (apis: Apis): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/move-preview',
    operationId: 'previewLessonMoveByHand',
    summary: 'Whom moving a lesson would put in two places or leave out, by name. Changes nothing.',
    permission: changeLessons,
    params: LessonParams,
    body: SlotRequest,
    output: MovePreview,
    problems: [lessonUnknown, lessonOutOfReach, slotImpossible],
    handle: (scope, { params, body }) => previewMove(apis, scope, params.lessonId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/move',
    operationId: 'moveLesson',
    summary: 'Moves a single lesson; people who are taken then must be accepted by name.',
    permission: changeLessons,
    params: LessonParams,
    body: MoveLesson,
    output: LessonDetail,
    precondition: true,
    problems: [...refusals, slotImpossible, slotTaken],
    handle: (scope, { params, body, ifMatch }) => moveLessonByHand(apis, scope, params.lessonId, ifMatch, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/cancel',
    operationId: 'cancelLesson',
    summary: 'Cancels a single lesson; its time is free again.',
    permission: changeLessons,
    params: LessonParams,
    body: CancelLesson,
    output: LessonDetail,
    precondition: true,
    problems: refusals,
    handle: (scope, { params, body, ifMatch }) => cancelLesson(apis, scope, params.lessonId, ifMatch, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/take-back',
    operationId: 'takeBackLesson',
    summary: 'Takes back the last move or cancellation by hand, while nothing came after it.',
    permission: changeLessons,
    params: LessonParams,
    output: LessonDetail,
    precondition: true,
    problems: [...refusals, nothingToTakeBack, slotTaken],
    handle: (scope, { params, ifMatch }) => takeBackLesson(apis, scope, params.lessonId, ifMatch),
  }),
];
