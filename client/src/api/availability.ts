import { queryOptions } from '@tanstack/react-query';
import { read, write } from './request.ts';

export type WindowKind = 'online' | 'busy';

/** Hours of every week; 1 is Monday, times as on the wall. */
export interface WeeklyWindow {
  readonly kind: WindowKind;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** Hours of one date; a whole day is 00:00 to 24:00. */
export interface DatedException {
  readonly kind: WindowKind;
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

export interface Availability {
  readonly personId: string;
  readonly zone: string;
  readonly weekly: readonly WeeklyWindow[];
  readonly exceptions: readonly DatedException[];
  readonly revision: number;
  readonly may: { readonly edit: boolean };
}

export const availabilityQuery = (personId: string) =>
  queryOptions({
    queryKey: ['availability', personId],
    queryFn: ({ signal }) => read<Availability>(`/people/${personId}/availability`, signal),
    // The editor holds what is being written; it must not be replaced behind the writer's back.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });

export type Hours = Pick<Availability, 'weekly' | 'exceptions'>;

export const saveAvailability = (personId: string, hours: Hours, revision: number): Promise<Availability> =>
  write<Availability>('PUT', `/people/${personId}/availability`, hours, { revision });
