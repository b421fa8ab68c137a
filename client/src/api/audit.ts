import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditPage } from '../../../server/audit/schemas.ts';
import { read } from './request.ts';

export const auditQuery = (personId: string, kind: 'seen' | 'changed') =>
  infiniteQueryOptions({
    queryKey: ['audit', personId, kind],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ kind, ...(pageParam ? { after: pageParam } : {}) });
      return read<AuditPage>(`/people/${personId}/audit?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: AuditPage) => page.next ?? undefined,
  });
