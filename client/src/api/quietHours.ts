import { queryOptions } from '@tanstack/react-query';
import type {
  MyQuietHours,
  MyQuietHoursView,
  SchoolQuietHours,
  SchoolQuietHoursList,
} from '../../../server/notify/schemas.ts';
import { read, write } from './request.ts';

export type { MyQuietHours, SchoolQuietHoursList };

export const myQuietHoursQuery = queryOptions({
  queryKey: ['quiet-hours', 'mine'],
  queryFn: ({ signal }) => read<MyQuietHoursView>('/me/quiet-hours', signal),
});

export const setMyQuietHours = (choice: MyQuietHours): Promise<MyQuietHoursView> =>
  write('PUT', '/me/quiet-hours', choice);

export const schoolQuietHoursQuery = queryOptions({
  queryKey: ['quiet-hours', 'schools'],
  queryFn: ({ signal }) => read<SchoolQuietHoursList>('/quiet-hours', signal),
});

interface OfSchool {
  readonly homeSchoolId: string;
  readonly hours: SchoolQuietHours;
}

export const setSchoolQuietHours = ({ homeSchoolId, hours }: OfSchool): Promise<SchoolQuietHoursList> =>
  write('PUT', `/home-schools/${homeSchoolId}/quiet-hours`, hours);
