import { QueryClient } from '@tanstack/react-query';

/** Reads are retried by `request.ts`; what is shown is refreshed when the person comes back to it. */
export const queryClient = new QueryClient({
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
