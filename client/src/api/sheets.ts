import { useQuery } from '@tanstack/react-query';
import type * as Auth from '../../../server/auth/schemas.ts';
import type { JobView } from '../../../server/jobs/schemas.ts';
import { read, write } from './request.ts';

export type SheetView = Auth.SheetView;

export const beginSheet = (sheet: Auth.Sheet): Promise<SheetView> => write<SheetView>('POST', '/codes/sheets', sheet);

export const sheetAddress = ({ id }: SheetView): string => `/api/codes/sheets/${id}/file`;

const isOver = ({ state }: JobView): boolean => state !== 'queued' && state !== 'running';

/** The job that draws a sheet, until it is over. */
export const useDrawing = (sheet: SheetView | undefined) =>
  useQuery({
    queryKey: ['jobs', sheet?.jobId ?? ''],
    queryFn: ({ signal }) => read<JobView>(`/jobs/${sheet?.jobId}`, signal),
    enabled: Boolean(sheet?.jobId),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 500),
  });
