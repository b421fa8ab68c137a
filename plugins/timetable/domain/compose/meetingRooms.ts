import type { Activity } from '../model/activity.ts';
import type { Place } from '../model/place.ts';
import type { Atoms } from './atoms.ts';
import type { ComposeFacts } from './facts.ts';
import { roomsResource } from './resourceIds.ts';

/** Published lessons of other groups as users of meeting rooms: the n-th one is used wherever at least n are. */
export interface RoomsTaken {
  readonly activities: readonly Activity[];
  readonly places: readonly Place[];
}

const elsewhere = 'elsewhere';

export const isTakenRoom = (activityId: string): boolean => activityId.startsWith(`${elsewhere}:`);

export function roomsTaken({ rules, taken }: Pick<ComposeFacts, 'rules' | 'taken'>, atoms: Atoms): RoomsTaken {
  if (rules.meetingRooms === null) return { activities: [], places: [] };
  const uses = new Map<number, number>();
  for (const lesson of taken) for (const atom of atoms.of(lesson)) uses.set(atom, (uses.get(atom) ?? 0) + 1);
  const most = Math.min(rules.meetingRooms, Math.max(0, ...uses.values()));
  const layers = Array.from({ length: most }, (_, before) => ({
    id: `${elsewhere}:${before + 1}`,
    atoms: [...uses]
      .filter(([, count]) => count > before)
      .map(([atom]) => atom)
      .sort((a, b) => a - b),
    hour: before,
  }));
  return {
    places: layers.map(({ id, atoms: own, hour }) => ({ id, grid: elsewhere, day: 0, hour, label: id, atoms: own })),
    activities: layers.map(({ id, atoms: own }) => ({
      id,
      label: id,
      duration: 1,
      resources: [roomsResource],
      options: [{ place: id, atoms: own }],
      rooms: [],
    })),
  };
}
