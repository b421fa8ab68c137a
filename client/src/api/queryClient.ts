import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './ApiProblem.ts';

/** A session that has ended is noticed by whatever is asked next: who is signed in is read anew, and sign-in is shown. */
function noticeEnd(cause: Error): void {
  if (cause instanceof ApiProblem && cause.status === 401)
    void queryClient.invalidateQueries({ queryKey: ['session'] });
}

/** Reads are retried by `request.ts`; what is shown is refreshed when the person comes back to it. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
