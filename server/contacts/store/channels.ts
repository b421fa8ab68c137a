import type { Knex } from 'knex';
import { idList, insertMany } from '../../db/many.ts';
import { readIds } from '../../people/api.ts';
import type { Fault, StoredChannel } from '../domain/channel.ts';

interface ChannelRow extends Omit<StoredChannel, 'wrong' | 'bestHours'> {
  readonly personId: string;
  readonly bestFromTime: string | null;
  readonly bestToTime: string | null;
  readonly fault: Fault | null;
  readonly faultNote: string | null;
  readonly wrongSinceAt: Date | null;
}

const columns = [
  'personId',
  'kind',
  'service',
  'value',
  'purpose',
  'bestFromTime',
  'bestToTime',
  'note',
  'isPublic',
  'isMain',
  'fault',
  'faultNote',
  'wrongSinceAt',
] as const;

/** Stored channels by person, in their order; nobody who has none. */
export async function channelsByPerson(
  db: Knex,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredChannel[]>> {
  const rows = await db('contacts_channel')
    .whereIn('personId', idList(db, personIds))
    .orderBy(['personId', 'position'])
    .select<ChannelRow[]>(columns);
  const found = new Map<string, StoredChannel[]>();
  for (const row of rows) {
    const own = found.get(row.personId);
    if (own) own.push(asChannel(row));
    else found.set(row.personId, [asChannel(row)]);
  }
  return found;
}

/** Ids of everybody of whom channels are stored. */
export const personIdsWithChannels = (db: Knex): Promise<string[]> =>
  readIds(db('contacts_channel').distinct({ id: 'personId' }));

function asChannel(row: ChannelRow): StoredChannel {
  const { kind, service, value, purpose, note, isPublic, isMain, bestFromTime, bestToTime } = row;
  const { fault, faultNote, wrongSinceAt } = row;
  return {
    ...{ kind, service, value, purpose, note, isPublic, isMain },
    bestHours: bestFromTime && bestToTime ? { from: bestFromTime, to: bestToTime } : null,
    wrong: fault && wrongSinceAt ? { fault, note: faultNote, since: wrongSinceAt } : null,
  };
}

export interface ChannelsToStore {
  readonly personId: string;
  readonly channels: readonly StoredChannel[];
}

/** Puts these channels in the place of all that each of the people had. */
export async function replaceChannels(
  db: Knex,
  people: readonly ChannelsToStore[],
  newId: () => string,
): Promise<void> {
  const ids = people.map(({ personId }) => personId);
  await db('contacts_channel').whereIn('personId', idList(db, ids)).delete();
  const rows = people.flatMap(({ personId, channels }) =>
    channels.map(({ wrong, bestHours, ...channel }, position) => ({
      ...channel,
      id: newId(),
      personId,
      position,
      bestFromTime: bestHours?.from ?? null,
      bestToTime: bestHours?.to ?? null,
      fault: wrong?.fault ?? null,
      faultNote: wrong?.note ?? null,
      wrongSinceAt: wrong?.since ?? null,
    })),
  );
  if (rows.length > 0) await insertMany(db, 'contacts_channel', rows);
}
