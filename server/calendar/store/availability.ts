import type { Knex } from 'knex';
import { deleteMany, idList, insertMany, updateMany } from '../../db/many.ts';
import type { DatedException, WeeklyWindow, WindowKind } from '../domain/availability.ts';
import { chunksOf } from './subjects.ts';

/** What is stored of one person's availability; the zone is the person's own. */
export interface StoredAvailability {
  /** 0 while nothing was ever said. */
  readonly revision: number;
  readonly weekly: readonly WeeklyWindow[];
  readonly exceptions: readonly DatedException[];
}

interface WindowRow {
  readonly personId: string;
  readonly kind: WindowKind;
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
}

interface ExceptionRow {
  readonly personId: string;
  readonly kind: WindowKind;
  readonly dayOn: string;
  readonly fromTime: string;
  readonly toTime: string;
}

const nothing: StoredAvailability = { revision: 0, weekly: [], exceptions: [] };

/** The availability of every person asked for, in order of weekday, date and time. */
export async function availabilityOf(
  db: Knex,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, StoredAvailability>> {
  const found = new Map<string, StoredAvailability>(personIds.map((id) => [id, nothing]));
  for (const part of chunksOf(personIds))
    for (const [id, one] of await availabilityOfPart(db, part)) found.set(id, one);
  return found;
}

async function availabilityOfPart(db: Knex, personIds: readonly string[]): Promise<[string, StoredAvailability][]> {
  const heads = await db('calendar_availability')
    .whereIn('personId', personIds)
    .select<{ personId: string; revision: number }[]>('personId', 'revision');
  const windows = await db('calendar_window')
    .whereIn('personId', personIds)
    .orderBy(['weekday', 'fromTime', 'toTime', 'kind'])
    .select<WindowRow[]>('personId', 'kind', 'weekday', 'fromTime', 'toTime');
  const exceptions = await db('calendar_exception')
    .whereIn('personId', personIds)
    .orderBy(['dayOn', 'fromTime', 'toTime', 'kind'])
    .select<ExceptionRow[]>('personId', 'kind', 'dayOn', 'fromTime', 'toTime');
  return heads.map(({ personId, revision }) => [
    personId,
    {
      revision,
      weekly: windows
        .filter((row) => row.personId === personId)
        .map(({ kind, weekday, fromTime, toTime }) => ({ kind, weekday, from: fromTime, to: toTime })),
      exceptions: exceptions
        .filter((row) => row.personId === personId)
        .map(({ kind, dayOn, fromTime, toTime }) => ({ kind, on: dayOn, from: fromTime, to: toTime })),
    },
  ]);
}

/** Counts a person's revision up, if it is still the one expected, and says whether it was. */
export async function raiseRevision(db: Knex, personId: string, expected: number): Promise<boolean> {
  if (expected === 0) {
    const inserted = await db('calendar_availability')
      .insert({ personId, revision: 1 })
      .onConflict('personId')
      .ignore()
      .returning('personId');
    return inserted.length > 0;
  }
  const updated = await db('calendar_availability')
    .where({ personId, revision: expected })
    .update({ revision: expected + 1 });
  return updated > 0;
}

/** The revision of a person's availability; 0 while nothing was ever said. */
export async function revisionOf(db: Knex, personId: string): Promise<number> {
  const row = await db('calendar_availability').where({ personId }).first<{ revision: number } | undefined>('revision');
  return row?.revision ?? 0;
}

/** Replaces a person's weekly windows of one kind. */
export async function replaceWindows(
  db: Knex,
  newId: () => string,
  personId: string,
  kind: WindowKind,
  windows: readonly Omit<WeeklyWindow, 'kind'>[],
): Promise<void> {
  await db('calendar_window').where({ personId, kind }).delete();
  const rows = windows.map(({ weekday, from, to }) => ({
    id: newId(),
    personId,
    kind,
    weekday,
    fromTime: from,
    toTime: to,
  }));
  for (const part of chunksOf(rows)) await db('calendar_window').insert(part);
}

/** Replaces a person's dated exceptions. */
export async function replaceExceptions(
  db: Knex,
  newId: () => string,
  personId: string,
  exceptions: readonly DatedException[],
): Promise<void> {
  await db('calendar_exception').where({ personId }).delete();
  const rows = exceptions.map(({ kind, on, from, to }) => ({
    id: newId(),
    personId,
    kind,
    dayOn: on,
    fromTime: from,
    toTime: to,
  }));
  for (const part of chunksOf(rows)) await db('calendar_exception').insert(part);
}

/** Counts the revisions of these people up, whatever they are. */
export async function raiseRevisions(db: Knex, personIds: readonly string[]): Promise<void> {
  const rows = personIds.map((personId) => ({ personId }));
  await insertMany(
    db,
    'calendar_availability',
    rows.map((row) => ({ ...row, revision: 0 })),
    { on: ['personId'], take: 'ignore' },
  );
  await updateMany(db, 'calendar_availability', rows, { counting: true, by: ['personId'] });
}

/** Weekly windows of one kind for each of many people. */
export interface WindowsOfPerson {
  readonly personId: string;
  readonly kind: WindowKind;
  readonly windows: readonly Omit<WeeklyWindow, 'kind'>[];
}

/** Replaces the weekly windows of many people. */
export async function replaceManyWindows(
  db: Knex,
  newId: () => string,
  given: readonly WindowsOfPerson[],
): Promise<void> {
  await deleteMany(
    db,
    'calendar_window',
    given.map(({ personId, kind }) => ({ personId, kind })),
  );
  const rows = given.flatMap(({ personId, kind, windows }) =>
    windows.map(({ weekday, from, to }) => ({ id: newId(), personId, kind, weekday, fromTime: from, toTime: to })),
  );
  await insertMany(db, 'calendar_window', rows);
}

/** The weekly windows of everybody. */
export const allWindows = async (db: Knex): Promise<readonly (WeeklyWindow & { readonly personId: string })[]> => {
  const rows = await db('calendar_window').select<WindowRow[]>('personId', 'kind', 'weekday', 'fromTime', 'toTime');
  return rows.map(({ personId, kind, weekday, fromTime, toTime }) => ({
    personId,
    kind,
    weekday,
    from: fromTime,
    to: toTime,
  }));
};

/** Takes away what is stored of these people when it says nothing: no window and no exception. */
export const deleteEmpty = (db: Knex, personIds: readonly string[]): Promise<number> =>
  db('calendar_availability')
    .whereIn('personId', idList(db, personIds))
    .whereNotIn('personId', db('calendar_window').select('personId'))
    .whereNotIn('personId', db('calendar_exception').select('personId'))
    .delete();
