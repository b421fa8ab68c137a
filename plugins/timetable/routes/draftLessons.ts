import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { lockDraftLesson } from '../commands/lockDraftLesson.ts';
import { moveDraftLesson } from '../commands/moveDraftLesson.ts';
import { composeTimetable } from '../permissions.ts';
import {
  draftEnded,
  draftUnknown,
  lessonLocked,
  lessonUnknown,
  lessonUnplaced,
  placeBlocked,
  placeUnknown,
} from '../problems.ts';
import { lessonPlaces, previewMove } from '../queries/lessonPlaces.ts';
import { LessonLock, LessonMove, LessonParams } from '../schemas/draftLessons.ts';
import { Draft } from '../schemas/drafts.ts';
import { LessonPlaces, MovePreview, PlaceParams } from '../schemas/lessonPlaces.ts';

const lesson = '/timetable/drafts/:draftId/lessons/:courseId/:nth';

/** Single lessons of a draft: where they could be, moving and locking them. */
export const draftLessonRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: `${lesson}/places`,
    operationId: 'listLessonPlaces',
    isHeavy: true,
    summary: 'Every place that a lesson could have: who cannot be there and why, and what a move would do.',
    permission: composeTimetable,
    params: LessonParams,
    output: LessonPlaces,
    problems: [draftUnknown, lessonUnknown],
    handle: (scope, { params }) => lessonPlaces(apis)(scope, params),
  }),
  defineRead({
    path: `${lesson}/places/:weekday/:hour`,
    operationId: 'previewLessonMove',
    isHeavy: true,
    summary: 'What moving a lesson to one place would do, constraint by constraint.',
    permission: composeTimetable,
    params: PlaceParams,
    output: MovePreview,
    problems: [draftUnknown, lessonUnknown, placeUnknown],
    handle: (scope, { params }) => previewMove(apis)(scope, params),
  }),
  defineWrite({
    method: 'post',
    path: `${lesson}/move`,
    operationId: 'moveDraftLesson',
    isHeavy: true,
    summary: 'Puts a lesson of a draft somewhere else, or takes it out of the timetable.',
    permission: composeTimetable,
    params: LessonParams,
    body: LessonMove,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, lessonUnknown, lessonLocked, placeUnknown, placeBlocked],
    handle: (scope, { params, body, ifMatch }) => moveDraftLesson(apis)(scope, params, body, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: `${lesson}/lock`,
    operationId: 'lockDraftLesson',
    isHeavy: true,
    summary: 'Keeps a lesson where it is whatever is solved, or lets it go again.',
    permission: composeTimetable,
    params: LessonParams,
    body: LessonLock,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, lessonUnknown, lessonUnplaced],
    handle: (scope, { params, body, ifMatch }) => lockDraftLesson(apis)(scope, params, body, ifMatch),
  }),
];
