import { type ChannelEdit, purposes } from '../../contacts/api.ts';
import { partsOf } from '../domain/records.ts';
import { addressOf } from '../forms/channels.ts';
import type { Ids } from './ids.ts';
import { choice, type FullChange, textOrNull } from './values.ts';

/** What is said of the ways to reach people, by person. */
export function channelEdits(changes: readonly FullChange[], ids: Ids): ReadonlyMap<string, readonly ChannelEdit[]> {
  const byPerson = new Map<string, ChannelEdit[]>();
  for (const change of changes) {
    const personId = ids.part('person', change, 0);
    const own = byPerson.get(personId);
    if (own) own.push(editOf(change));
    else byPerson.set(personId, [editOf(change)]);
  }
  return byPerson;
}

function editOf({ key, action, fields, full }: FullChange): ChannelEdit {
  const [, way = '', plainly = ''] = partsOf(key);
  const { value, bestFrom, bestTo, place } = { ...full, ...fields };
  const said = (name: string): boolean => fields[name] !== undefined;
  return {
    ...addressOf(way, textOrNull(value) ?? plainly),
    isOver: action === 'remove',
    facts: {
      ...(said('purpose') ? { purpose: choice(purposes, fields.purpose) } : {}),
      ...(said('bestFrom') || said('bestTo') ? { bestHours: hoursOf(textOrNull(bestFrom), textOrNull(bestTo)) } : {}),
      ...(said('note') ? { note: textOrNull(fields.note) } : {}),
      ...(said('isPublic') ? { isPublic: fields.isPublic === true } : {}),
    },
    place: said('place') && typeof place === 'number' ? place : undefined,
  };
}

const hoursOf = (from: string | null, to: string | null): Required<ChannelEdit['facts']>['bestHours'] =>
  from !== null && to !== null ? { from, to } : null;
