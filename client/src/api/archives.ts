import { queryOptions, useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../server/jobs/schemas.ts';
import type * as Privacy from '../../../server/privacy/schemas.ts';
import { read, write } from './request.ts';

/** As it travels: instants are texts. */
export interface Archive extends Omit<Privacy.ArchiveView, 'madeAt' | 'endsAt'> {
  readonly madeAt: string;
  readonly endsAt: string;
}

const pathOf = (personId: string): string => `/people/${personId}/archives`;

/** The reader's own archives of a person; asked again while one is being packed. */
export const archivesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['archives', personId],
    queryFn: ({ signal }) => read<{ readonly items: readonly Archive[] }>(pathOf(personId), signal),
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ size }) => size === null) ? 1000 : false),
  });

export const askForArchive = (personId: string): Promise<Archive> => write<Archive>('POST', pathOf(personId));

/** Asks for the password where it has to be, then has the browser keep the file. */
export async function fetchArchive(personId: string, { id }: Archive): Promise<void> {
  await read(`${pathOf(personId)}/${id}`);
  const link = document.createElement('a');
  link.href = `/api${pathOf(personId)}/${id}/file`;
  link.download = '';
  link.click();
}

/** The job that packs an archive, until it is over. */
export const usePacking = (archive: Archive | undefined) =>
  useQuery({
    queryKey: ['jobs', archive?.jobId ?? ''],
    queryFn: ({ signal }) => read<JobView>(`/jobs/${archive?.jobId}`, signal),
    enabled: archive !== undefined && archive.jobId !== null && archive.size === null,
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== 'queued' && data.state !== 'running' ? false : 500,
  });
