import { defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { startPublication } from '../commands/startPublication.ts';
import { publishTimetable } from '../permissions.ts';
import { alreadyPublishing, draftEnded, draftUnknown, effectiveDateOutside, planChanged } from '../problems.ts';
import { previewPublication } from '../queries/previewPublication.ts';
import { PlanRequest, PublicationPreview, PublicationStarted, PublishRequest } from '../schemas/publications.ts';

/** Publishing a draft: what it would change, and doing exactly that. */
export const publicationRoutes = (apis: Apis): readonly Route[] => [
  defineWrite({
    method: 'post',
    path: '/timetable/publication-previews',
    operationId: 'previewPublication',
    summary: 'Exactly what publishing a draft would change, and who would be told. Changes nothing.',
    permission: publishTimetable,
    body: PlanRequest,
    output: PublicationPreview,
    bodyLimit: 2_000_000,
    problems: [draftUnknown, draftEnded, effectiveDateOutside],
    handle: (scope, { body }) => previewPublication(apis, scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/publications',
    operationId: 'publishTimetable',
    summary: 'Publishes what a preview showed. A job makes it visible when it is whole.',
    permission: publishTimetable,
    status: 202,
    body: PublishRequest,
    output: PublicationStarted,
    bodyLimit: 2_000_000,
    problems: [draftUnknown, draftEnded, effectiveDateOutside, planChanged, alreadyPublishing],
    handle: (scope, { body }) => startPublication(apis, scope, body),
  }),
];
