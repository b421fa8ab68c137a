import { queryOptions } from '@tanstack/react-query';
import type * as Auth from '../../../server/auth/schemas.ts';
import { read, write } from './request.ts';
import type { Session } from './session.ts';

export type AccountState = Auth.AccountState;
export type CodeView = Auth.CodeView;
export type IssuedCode = Auth.IssuedCodes['items'][number];
export type NewSecret = Auth.NewSecret;
export type OwnSession = Auth.SessionList['items'][number];
export type WantedCode = Auth.WantedCodes['people'][number];

export const accountQuery = queryOptions({
  queryKey: ['account', 'own'],
  queryFn: ({ signal }) => read<Auth.OwnAccount>('/me/account', signal),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => read<Auth.SessionList>('/me/sessions', signal),
});

export const groupAccountsQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['accounts', 'group', groupId],
    queryFn: ({ signal }) => read<Auth.AccountStates>(`/groups/${groupId}/accounts`, signal),
  });

export const personAccountQuery = (personId: string) =>
  queryOptions({
    queryKey: ['accounts', 'person', personId],
    queryFn: ({ signal }) => read<Auth.AccountStates>(`/people/${personId}/account`, signal),
  });

export const verify = (proof: Auth.Verification) => write<unknown>('POST', '/session/verification', proof);
export const changeLogin = (login: string) => write<Auth.OwnAccount>('PUT', '/me/login', { login });
export const changePassword = (body: Auth.ChangePassword) => write<unknown>('POST', '/me/password', body);
export const endSession = (id: string) => write<unknown>('DELETE', `/me/sessions/${id}`);
export const endOtherSessions = () => write<unknown>('DELETE', '/me/sessions');
export const offerSecondFactor = () => write<NewSecret>('POST', '/me/second-factor');
export const confirmSecondFactor = (code: string) =>
  write<Auth.RecoveryCodes>('POST', '/me/second-factor/confirmation', { code });
export const renewRecoveryCodes = () => write<Auth.RecoveryCodes>('POST', '/me/recovery-codes');
export const turnOffSecondFactor = () => write<unknown>('DELETE', '/me/second-factor');

export const lookUpCode = (code: string) => write<CodeView>('POST', '/codes/lookup', { code });
export const acceptCode = (body: Auth.AcceptCode) => write<Session>('POST', '/codes/accept', body);
export const resetByCode = (body: Auth.ResetPassword) => write<Session>('POST', '/codes/reset', body);
export const joinByCode = (body: Auth.JoinByCode) => write<Auth.Joined>('POST', '/codes/join', body);

export const askForResetCode = (login: string) => write<unknown>('POST', '/codes/forgotten', { login });

/** Sends the browser to the school's own accounts. */
export async function departToProvider(purpose: 'sign-in' | 'link'): Promise<void> {
  const { url } = await write<{ readonly url: string }>('POST', '/session/provider', { purpose });
  window.location.assign(url);
}
export const arriveFromProvider = (query: string) =>
  write<Auth.ProviderOutcome>('POST', '/session/provider/return', { query });
export const unlinkProvider = () => write<unknown>('DELETE', '/me/provider');

export const viewAs = (role: string) => write<Session>('POST', '/session/view', { role });
export const leaveView = () => write<Session>('DELETE', '/session/view');

export const mailInvitations = (personIds: readonly string[]) =>
  write<Auth.SentInvitations>('POST', '/codes/mails', { personIds });

export const issueCodes = (people: readonly WantedCode[]) => write<Auth.IssuedCodes>('POST', '/codes', { people });
export const revokeCode = (id: string) => write<unknown>('DELETE', `/codes/${id}`);
export const lockAccount = (personId: string, isLocked: boolean) =>
  write<unknown>('PUT', `/people/${personId}/account/lock`, { isLocked });
export const takeSecondFactor = (personId: string) =>
  write<unknown>('DELETE', `/people/${personId}/account/second-factor`);
