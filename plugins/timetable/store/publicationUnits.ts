import type { Knex } from 'knex';
import { chunksOf } from './chunks.ts';

/** Part of a publication that is made in one transaction. `changesJson` is kept as it was planned. */
export interface UnitRow {
  readonly number: number;
  readonly changesJson: unknown;
  readonly isApplied: boolean;
}

/** A unit as it is first stored. */
export interface StoredUnit {
  readonly number: number;
  readonly changesJson: string;
}

export async function insertUnits(db: Knex, publicationId: string, units: readonly StoredUnit[]): Promise<void> {
  for (const part of chunksOf(units, 100))
    await db('timetable_publication_unit').insert(part.map((unit) => ({ ...unit, publicationId })));
}

/** Numbers of the units, in order, and whether they are applied. */
export const unitNumbers = (
  db: Knex,
  publicationId: string,
): Promise<readonly Pick<UnitRow, 'number' | 'isApplied'>[]> =>
  db('timetable_publication_unit').where({ publicationId }).orderBy('number').select('number', 'isApplied');

export const unitOf = (db: Knex, publicationId: string, number: number): Promise<UnitRow | undefined> =>
  db('timetable_publication_unit').where({ publicationId, number }).first('number', 'changesJson', 'isApplied');

export const setUnitApplied = (db: Knex, publicationId: string, number: number, isApplied: boolean): Promise<number> =>
  db('timetable_publication_unit').where({ publicationId, number }).update({ isApplied });

export const deleteUnits = (db: Knex, publicationId: string): Promise<number> =>
  db('timetable_publication_unit').where({ publicationId }).delete();
