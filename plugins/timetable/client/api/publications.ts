import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  DateDecision,
  PublicationList,
  PublicationPreview,
  PublicationStarted,
  PublicationView,
} from '../../schemas/publications.ts';

/** Which draft is to hold from when, and what was decided about single dates. */
export interface Plan {
  readonly draftId: string;
  readonly effectiveOn: string;
  readonly decisions: readonly PlanDecision[];
}

export interface PlanDecision {
  readonly courseId: string;
  readonly nth: number;
  readonly on: string;
  readonly decision: DateDecision;
}

export const publicationsQuery = queryOptions({
  queryKey: ['publications', 'list'],
  queryFn: ({ signal }) => read<PublicationList>('/timetable/publications', signal),
});

export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['publications', 'one', id],
    queryFn: ({ signal }) => read<PublicationView>(`/timetable/publications/${id}`, signal),
  });

/** Exactly what publishing would do. It changes nothing, so it is asked for like a reading. */
export const previewQuery = (plan: Plan) =>
  queryOptions({
    queryKey: ['drafts', 'one', plan.draftId, 'preview', plan],
    queryFn: () => write<PublicationPreview>('POST', '/timetable/publication-previews', plan),
    enabled: plan.effectiveOn !== '',
  });

export const publish = (plan: Plan & { readonly fingerprint: string }) =>
  write<PublicationStarted>('POST', '/timetable/publications', plan);

export const decideException = (exceptionId: string, decision: DateDecision) =>
  write<PublicationView>('POST', `/timetable/exceptions/${exceptionId}/decide`, decision);
