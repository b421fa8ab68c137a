import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as Import from '../../../server/import/schemas/imports.ts';
import type { JobView } from '../../../server/jobs/schemas.ts';
import { read, write } from './request.ts';

export type ImportRun = Import.RunView;
export type ImportSummary = Import.Summary;
export type ImportSheet = ImportSummary['sheets'][number];
export type ImportAnswers = z.input<typeof Import.Answers>;
export type ImportProblem = z.infer<typeof Import.FaultPage>['items'][number];
export type ImportChange = z.infer<typeof Import.ChangePage>['items'][number];
export type ImportForm = z.infer<typeof Import.FormList>['items'][number];
export type ExportFormat = Import.NewExport['format'];

/** As the server takes files apart. */
const bytesAPiece = 512 * 1024;

const base64Of = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

/** Sends files piece by piece, so that a weak line loses little; tells how far it is, of 1. */
export async function uploadFiles(files: readonly File[], onProgress: (share: number) => void): Promise<ImportRun> {
  const announced = files.map(({ name, size }) => ({ name, bytes: size }));
  const total = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  const run = await write<ImportRun>('POST', '/import/runs', { files: announced });
  let sent = 0;
  for (const [file, one] of files.entries())
    for (let nth = 0; nth * bytesAPiece < one.size; nth++) {
      const piece = await one.slice(nth * bytesAPiece, (nth + 1) * bytesAPiece).arrayBuffer();
      await write('PUT', `/import/runs/${run.id}/pieces`, { file, nth, data: base64Of(new Uint8Array(piece)) });
      sent += piece.byteLength;
      onProgress(sent / total);
    }
  return run;
}

export const planImport = (id: string, answers: ImportAnswers): Promise<ImportRun> =>
  write<ImportRun>('POST', `/import/runs/${id}/plan`, answers);
export const applyImport = (id: string, fingerprint: string): Promise<ImportRun> =>
  write<ImportRun>('POST', `/import/runs/${id}/apply`, { fingerprint });
export const undoImport = (id: string): Promise<ImportRun> => write<ImportRun>('POST', `/import/runs/${id}/undo`);
export const beginExport = (format: ExportFormat): Promise<ImportRun> =>
  write<ImportRun>('POST', '/import/exports', { format });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => read<ImportRun>(`/import/runs/${id}`, signal),
  });

export const useRuns = () =>
  useQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => read<{ items: readonly ImportRun[] }>('/import/runs', signal),
  });

export const useForms = () =>
  useQuery({
    queryKey: ['imports', 'forms'],
    queryFn: ({ signal }) => read<{ items: readonly ImportForm[] }>('/import/forms', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const isOver = ({ state }: JobView): boolean => state !== 'queued' && state !== 'running';

/** A job until it is over. */
export const useImportJob = (id: string | null) =>
  useQuery({
    queryKey: ['jobs', id ?? ''],
    queryFn: ({ signal }) => read<JobView>(`/jobs/${id}`, signal),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 700),
  });

interface Page<T> {
  readonly items: readonly T[];
  readonly next: number | null;
}

export interface ChangeFilter {
  readonly kind: string;
  readonly action: string;
  readonly text: string;
  readonly kept?: boolean;
}

/** What a run changes, page by page; `version` tells one plan of the run from another. */
export const useChanges = (id: string, version: string, filter: ChangeFilter) =>
  useInfiniteQuery({
    queryKey: ['imports', id, 'changes', version, filter],
    initialPageParam: -1,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (filter.kind) query.set('kind', filter.kind);
      if (filter.action) query.set('action', filter.action);
      if (filter.text) query.set('text', filter.text);
      if (filter.kept) query.set('kept', 'yes');
      if (pageParam >= 0) query.set('after', String(pageParam));
      return read<Page<ImportChange>>(`/import/runs/${id}/changes?${query}`, signal);
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useFaults = (id: string, version: string) =>
  useInfiniteQuery({
    queryKey: ['imports', id, 'faults', version],
    initialPageParam: -1,
    queryFn: ({ pageParam, signal }) =>
      read<Page<ImportProblem>>(`/import/runs/${id}/faults${pageParam >= 0 ? `?after=${pageParam}` : ''}`, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
