import type { IconName } from '../kit/Icon.tsx';
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
  return usePlaces().filter((place) => plain(place.label).includes(wanted));
}
