import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditOverview, AuditPage } from '../../../server/audit/schemas.ts';
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

/** What of the whole record is looked at; empty members ask for nothing. */
export interface AuditWanted {
  readonly kind: 'seen' | 'changed';
  readonly personId: string;
  readonly actorId: string;
  readonly from: string;
  readonly until: string;
}

export const auditOverviewQuery = (wanted: AuditWanted) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'overview', wanted],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(Object.entries({ ...wanted, after: pageParam }).filter(([, value]) => value));
      return read<AuditOverview>(`/audit?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: AuditOverview) => page.next ?? undefined,
  });
