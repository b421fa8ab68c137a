import type { ChannelEdit } from '../../contacts/api.ts';
import type { QuietChoice } from '../../notify/api.ts';
import type { PeopleBatch } from '../../people/api.ts';
import type { SchoolBatch } from '../../school/api.ts';
import type { Change } from '../domain/plan.ts';
import { type Fields, type Kind, nameOf, partsOf } from '../domain/records.ts';
import { windowsOfText } from '../domain/windows.ts';
import { quietChoice } from '../forms/quiet.ts';
import type { Snapshot } from '../queries/readExisting.ts';
import { channelEdits } from './channelBatch.ts';
import { type Ids, idsFor } from './ids.ts';
import { peopleBatch } from './peopleBatch.ts';
import { schoolBatch } from './schoolBatch.ts';
import { type FullChange, text, textOrNull, whole } from './values.ts';

type Hours = ReturnType<typeof windowsOfText>;

/** A plan as what each module has to store. Made before the transaction, which has only to hand it over. */
export interface Batches {
  readonly people: PeopleBatch;
  readonly school: SchoolBatch;
  readonly windows: ReadonlyMap<string, { windows?: Hours; hours?: Hours }>;
  readonly channels: ReadonlyMap<string, readonly ChannelEdit[]>;
  readonly quiet: ReadonlyMap<string, QuietChoice>;
  readonly ids: Ids;
}

/** `endsOn`: from when on what is removed no longer holds; today unless told. */
export function batchesOf(changes: readonly Change[], before: Snapshot, newId: () => string, endsOn?: string): Batches {
  const ids = idsFor(changes, before.ids, newId);
  const byKind = changesByKind(changes, before);
  const people = { ...peopleBatch(byKind, ids, before.devices, newId), ...(endsOn ? { endsOn } : {}) };
  const school = {
    ...schoolBatch(byKind, ids, gridsAfter(byKind('grid-place'), before)),
    ...(endsOn ? { endsOn } : {}),
    strangers: new Set(people.added.map(({ id }) => id)),
  };
  return {
    ...{ people, school, ids },
    windows: windowsByPerson(byKind('windows'), ids),
    channels: channelEdits(byKind('channel'), ids),
    quiet: quietByPerson(byKind('person'), ids),
  };
}

/** When people do not want to be disturbed, of those of whom it is said. */
const quietByPerson = (changes: readonly FullChange[], ids: Ids): Batches['quiet'] =>
  new Map(
    changes.flatMap(({ key, fields: { quietHours } }) =>
      quietHours === undefined ? [] : [[ids.of('person', key), quietChoice(textOrNull(quietHours))]],
    ),
  );

function changesByKind(changes: readonly Change[], before: Snapshot): (kind: Kind) => readonly FullChange[] {
  const byKind = new Map<Kind, FullChange[]>();
  for (const change of changes) {
    const full = { ...change, full: before.records.get(nameOf(change))?.fields ?? {} };
    const others = byKind.get(change.kind);
    if (others) others.push(full);
    else byKind.set(change.kind, [full]);
  }
  return (kind) => byKind.get(kind) ?? [];
}

type GridOf = (group: string) => SchoolBatch['grids'][number]['places'];

/** The grids that groups have after the changes. */
function gridsAfter(changes: readonly Change[], before: Snapshot): GridOf {
  const grids = new Map<string, Map<string, Fields>>();
  const gridOf = (key: string): Map<string, Fields> => {
    const group = partsOf(key)[0] ?? '';
    const grid = grids.get(group) ?? new Map<string, Fields>();
    grids.set(group, grid);
    return grid;
  };
  if (changes.length > 0)
    for (const { kind, key, fields } of before.records.values())
      if (kind === 'grid-place') gridOf(key).set(key, fields);
  for (const { action, key, fields } of changes) {
    const grid = gridOf(key);
    if (action === 'remove') grid.delete(key);
    else grid.set(key, { ...grid.get(key), ...fields });
  }
  return (group) =>
    [...(grids.get(group) ?? [])].map(([key, fields]) => {
      const [, weekday, hour] = partsOf(key);
      return {
        weekday: Number(weekday),
        hour: Number(hour),
        startsTime: text(fields.startsTime),
        minutes: whole(fields.minutes),
      };
    });
}

/** Both kinds of windows of a person at once. */
function windowsByPerson(changes: readonly FullChange[], ids: Ids): Batches['windows'] {
  const byPerson = new Map<string, { windows?: Hours; hours?: Hours }>();
  for (const change of changes) {
    const personId = ids.part('person', change, 0);
    const hours = change.action === 'remove' ? [] : windowsOfText(text(change.fields.windows));
    const isOnline = partsOf(change.key)[1] === 'online';
    byPerson.set(personId, { ...byPerson.get(personId), ...(isOnline ? { windows: hours } : { hours }) });
  }
  return byPerson;
}
