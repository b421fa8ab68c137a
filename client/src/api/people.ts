import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PeoplePage, PersonView } from '../../../server/people/schemas.ts';
import { read } from './request.ts';

export interface PeopleSearch {
  readonly q: string;
  /** Empty for all. */
  readonly role: string;
}

const pageSize = 50;

export const peopleQuery = ({ q, role }: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', q, role],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(pageSize) });
      if (q) asked.set('q', q);
      if (role) asked.set('role', role);
      if (pageParam) asked.set('after', pageParam);
      return read<PeoplePage>(`/people?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: PeoplePage) => page.nextAfter ?? undefined,
  });

/** A few people by a part of their name, for the palette. */
export const peopleFoundQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'found', q],
    queryFn: ({ signal }) => read<PeoplePage>(`/people?${new URLSearchParams({ q, limit: '8' })}`, signal),
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => read<PersonView>(`/people/${id}`, signal),
  });

/** People to pick from, by a part of their name and their role. */
export const peopleToPickQuery = ({ q, role }: PeopleSearch) =>
  queryOptions({
    queryKey: ['people', 'pick', q, role],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ limit: '20' });
      if (q) asked.set('q', q);
      if (role) asked.set('role', role);
      return read<PeoplePage>(`/people?${asked}`, signal);
    },
  });
