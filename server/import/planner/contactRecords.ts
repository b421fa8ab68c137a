import { mostChannels } from '../../contacts/api.ts';
import type { ImportProblem } from '../domain/importProblem.ts';
import { addressOf, channelKey } from '../forms/channels.ts';
import type { contactColumns } from '../forms/formats.ts';
import type { Row } from '../forms/rows.ts';
import { email, phone } from '../forms/values.ts';
import { type Sourced, stated, type Told, told } from './sourced.ts';

type ContactRow = Row<typeof contactColumns>;

/** Ways to reach people; rows without a place stand in the order of the file. */
export function contactRecords(rows: readonly ContactRow[]): Told {
  const sofar = new Map<string, number>();
  const records = rows.map((row) => {
    const { person } = row.values;
    const nth = (sofar.get(person) ?? 0) + 1;
    sofar.set(person, nth);
    return { nth, source: channelOf(row, nth) };
  });
  return told(
    records.map(({ source }) => source),
    [
      ...rows.flatMap(faultsOf),
      ...records.flatMap(({ nth, source: { row } }) =>
        nth > mostChannels ? [row.fault('person', 'channels-too-many', { most: mostChannels })] : [],
      ),
    ],
  );
}

function channelOf(row: ContactRow, nth: number): Sourced {
  const { person, way, address, purpose, bestFrom, bestTo, note, isPublic, place } = row.values;
  const facts = stated({ purpose, bestFrom, bestTo, note, isPublic });
  return {
    record: {
      kind: 'channel',
      key: channelKey(person, addressOf(way, address)),
      owner: person,
      fields: { value: address, ...facts, place: place ?? nth },
    },
    row,
    needs: [{ kind: 'person', key: person, column: 'person' }],
    unique: 'address',
  };
}

const readers: Readonly<Record<string, typeof email>> = { email, phone };

/** Addresses that are none of their kind, and hours of which one end is missing. */
function faultsOf(row: ContactRow): ImportProblem[] {
  const { way, address, bestFrom, bestTo } = row.values;
  const reading = readers[way]?.(address);
  return [
    ...(reading && !reading.ok ? [row.fault('address', reading.fault.code)] : []),
    ...(bestFrom && !bestTo ? [row.fault('bestTo', 'hours-incomplete')] : []),
    ...(bestTo && !bestFrom ? [row.fault('bestFrom', 'hours-incomplete')] : []),
  ];
}
