import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../server/auth/schemas.ts';
import { forgetEverything, unsentHere } from '../offline/forgetEverything.ts';
import { read, write } from './request.ts';

/** Who is signed in here, and what the server lets them do. */
export type Session = SessionView;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<Session>('/session', signal),
  staleTime: 5 * 60_000,
});

/** The session, once the shell has loaded it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Whether the reader has a right at least somewhere. */
export function useMay(permission: string): boolean {
  return useQuery(sessionQuery).data?.permissions.includes(permission) ?? false;
}

/** Whoever comes in finds nothing that another person may have left in memory. */
export function useEnter() {
  const client = useQueryClient();
  return (session: Session): Session => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.setQueryData(sessionQuery.queryKey, session);
    return session;
  };
}

export const signIn = (login: string, password: string) => write<Session>('POST', '/session', { login, password });
export const signInWithCode = (code: string) => write<Session>('POST', '/session/code', { code });

export function useSignOut() {
  const client = useQueryClient();
  const { t } = useTranslation('client');
  return async (): Promise<void> => {
    const unsent = await unsentHere();
    if (unsent > 0 && !window.confirm(t('shell.leaveUnsent', { count: unsent }))) return;
    await endSignalsHere().catch(() => undefined);
    await write('DELETE', '/session');
    await forgetEverything(client);
    window.location.assign('/');
  };
}

/** Whoever signs out is told nothing more in this browser. */
async function endSignalsHere(): Promise<void> {
  const { endSignals } = await import('../push/browser.ts');
  const { forgetBrowser } = await import('./devices.ts');
  const endpoint = await endSignals();
  if (endpoint) await forgetBrowser(endpoint);
}
