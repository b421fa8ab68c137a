import { queryOptions } from '@tanstack/react-query';
import type { AvailabilityInput, AvailabilityView, HomeSchoolHoursInput } from '../../../server/calendar/schemas.ts';
import { read, write } from './request.ts';

export const availabilityQuery = (personId: string) =>
  queryOptions({
    queryKey: ['availability', personId],
    queryFn: ({ signal }) => read<AvailabilityView>(`/people/${personId}/availability`, signal),
    // The editor holds what is being written; it must not be replaced behind the writer's back.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });

export const saveAvailability = (personId: string, hours: AvailabilityInput, revision: number) =>
  write<AvailabilityView>('PUT', `/people/${personId}/availability`, hours, { revision });

export const saveHomeSchoolHours = (personId: string, hours: HomeSchoolHoursInput, revision: number) =>
  write<AvailabilityView>('PUT', `/people/${personId}/home-school-hours`, hours, { revision });
