import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import type { HealthNorms, HealthNormsView } from '../../schemas/healthNorms.ts';

const path = '/timetable/health-norms';

export const normsQuery = queryOptions({
  queryKey: ['health-norms'],
  queryFn: ({ signal }) => read<HealthNormsView>(path, signal),
  // What is being written must not be replaced behind the writer's back.
  refetchOnWindowFocus: false,
  staleTime: 0,
});

/** Changes the norms as they were seen. Drafts are judged anew by them. */
export const useChangeNorms = (revision: number, onDone: () => void) =>
  useWrite((norms: HealthNorms) => write<HealthNormsView>('PUT', path, norms, { revision }), {
    refreshes: [normsQuery.queryKey, ['drafts']],
    onDone,
  });
