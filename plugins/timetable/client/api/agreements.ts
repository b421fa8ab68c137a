import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  AgreementList,
  AgreementView,
  DraftAgreements,
  GroupObjections,
  NewObjection,
  ObjectionDecision,
  SilenceInput,
  SilenceView,
} from '../../schemas/agreements.ts';

export const agreementRefreshes = [['agreements']] as const;

export const agreementsQuery = queryOptions({
  queryKey: ['agreements', 'list'],
  queryFn: ({ signal }) => read<AgreementList>('/timetable/agreements', signal),
});

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreements', 'one', id],
    queryFn: ({ signal }) => read<AgreementView>(`/timetable/agreements/${id}`, signal),
  });

export const draftAgreementsQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['agreements', 'draft', draftId],
    queryFn: ({ signal }) => read<DraftAgreements>(`/timetable/drafts/${draftId}/agreements`, signal),
  });

export const groupObjectionsQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['agreements', 'group', groupId],
    queryFn: ({ signal }) => read<GroupObjections>(`/timetable/groups/${groupId}/objections`, signal),
  });

export const askAgreement = ({ draftId, answerByOn }: { readonly draftId: string; readonly answerByOn: string }) =>
  write<DraftAgreements>('POST', `/timetable/drafts/${draftId}/agreements`, { answerByOn });

export const decideObjection = ({ id, ...decision }: ObjectionDecision & { readonly id: string }) =>
  write<DraftAgreements>('POST', `/timetable/objections/${id}/decision`, decision);

export const agreeToDraft = (id: string) => write<AgreementView>('POST', `/timetable/agreements/${id}/agree`);

export const objectToDraft = ({ id, ...objection }: NewObjection & { readonly id: string }) =>
  write<AgreementView>('POST', `/timetable/agreements/${id}/objections`, objection);

export const setSilence = ({
  homeSchoolId,
  revision,
  silenceDays,
}: SilenceInput & { readonly homeSchoolId: string; readonly revision: number }) =>
  write<SilenceView>('PUT', `/timetable/home-schools/${homeSchoolId}/agreement-policy`, { silenceDays }, { revision });

export const withdrawObjection = (id: string) => write<AgreementView>('DELETE', `/timetable/objections/${id}`);
