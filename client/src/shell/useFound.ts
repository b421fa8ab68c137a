import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { groupsQuery } from '../api/groups.ts';
import { peopleFoundQuery } from '../api/people.ts';
import type { IconName } from '../kit/Icon.tsx';
import { useSettled } from '../kit/useSettled.ts';
import { usePlaces } from './navigation.ts';

/** Something that the palette can go to. */
export interface Target {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly details?: string;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Pages, groups and people whose names contain the text. */
export function useFound(text: string): readonly Target[] {
  const wanted = plain(text.trim());
  const places = usePlaces().filter((place) => plain(place.label).includes(wanted));
  const settled = useSettled(text.trim());
  const { data } = useQuery({
    ...peopleFoundQuery(settled),
    enabled: settled.length > 1,
    placeholderData: keepPreviousData,
  });
  const groups = useQuery({ ...groupsQuery, enabled: wanted !== '' }).data?.items ?? [];
  const people = wanted && settled ? (data?.items ?? []) : [];
  return [
    ...places,
    ...groups
      .filter(({ name }) => plain(name).includes(wanted))
      .map((group): Target => ({ to: `/groups/${group.id}`, label: group.name, icon: 'groups' })),
    ...people
      .filter((person) => person.isReached)
      .map((person): Target => ({ to: `/people/${person.id}`, label: person.name, icon: 'person' })),
  ];
}
