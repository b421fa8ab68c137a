import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '../../../server/auth/schemas.ts';
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

/** Signing in and out: both empty what another person may have left in memory. */
export function useSignIn() {
  const client = useQueryClient();
  return async (login: string, password: string): Promise<Session> => {
    const session = await write<Session>('POST', '/session', { login, password });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.setQueryData(sessionQuery.queryKey, session);
    return session;
  };
}

export function useSignOut() {
  return async (): Promise<void> => {
    await write('DELETE', '/session');
    window.location.assign('/');
  };
}
