import { queryOptions } from '@tanstack/react-query';
import type { OwnGuardians } from '../../../server/guardianship/schemas.ts';
import type * as People from '../../../server/people/schemas.ts';
import { read, write } from './request.ts';

export type Rights = People.RightsView;
export type Guardianship = Rights['guardianships'][number];

export const rightsQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['guardianship', 'of', studentId],
    queryFn: ({ signal }) => read<Rights>(`/students/${studentId}/guardianships`, signal),
  });

export const limitGuardianship = (guardianshipId: string, limit: Omit<People.LimitInput, 'fromOn'>) =>
  write<Rights>('POST', `/guardianships/${guardianshipId}/limits`, limit);
export const liftLimit = (limitId: string) => write<Rights>('DELETE', `/guardianship-limits/${limitId}`);

export const separate = (pair: People.SeparationInput) => write<unknown>('POST', '/separations', pair);
export const endSeparation = (separationId: string) => write<unknown>('DELETE', `/separations/${separationId}`);

export const ownGuardiansQuery = queryOptions({
  queryKey: ['guardianship', 'own'],
  queryFn: ({ signal }) => read<OwnGuardians>('/me/guardians', signal),
});

export const keepGuardian = ({ id, keeps }: { readonly id: string; readonly keeps: boolean }) =>
  write<OwnGuardians>('PUT', `/me/guardians/${id}/consent`, { keeps });
