import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { useTopic } from '../../../../client/src/realtime/useTopic.ts';
import type { JobView } from '../../../../server/jobs/schemas.ts';

const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => read<JobView>(`/jobs/${id}`, signal),
    // A line on which realtime does not get through still sees the end of it.
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 4000),
  });

export const isOver = ({ state }: JobView): boolean => state !== 'queued' && state !== 'running';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A job as it goes on: progress comes by realtime, the rest is asked for. */
export function useJob(id: string) {
  const client = useQueryClient();
  const query = jobQuery(id);
  useTopic('jobs.job', id, [query.queryKey], (progress) => {
    if (!isRecord(progress) || typeof progress.done !== 'number' || typeof progress.total !== 'number') return;
    const { done, total, detail } = progress;
    client.setQueryData(query.queryKey, (job) => job && { ...job, progress: { done, total, detail } });
  });
  return useQuery({ ...query, enabled: id !== '' });
}

export const useCancelJob = (id: string) =>
  useWrite(() => write<JobView>('POST', `/jobs/${id}/cancel`), { refreshes: [['jobs', id]] });
