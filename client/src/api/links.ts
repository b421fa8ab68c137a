import type { LinkDone, LinkView } from '../../../server/links/schemas.ts';
import { read, write } from './request.ts';

/** What a link from a mail asks; needs no session and changes nothing. */
export const linkQuery = (token: string) => ({
  queryKey: ['link', token],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => read<LinkView>(`/links/${token}`, signal),
  retry: false,
  staleTime: Number.POSITIVE_INFINITY,
});

export const decideLink = ({ token, choice }: { readonly token: string; readonly choice: string }): Promise<LinkDone> =>
  write('POST', `/links/${token}`, { choice });
