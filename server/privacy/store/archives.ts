import type { Knex } from 'knex';

/** An archive that was asked for. */
export interface ArchiveRow {
  readonly id: string;
  readonly personId: string;
  /** Who asked, and may fetch it. */
  readonly ownerId: string;
  readonly madeAt: Date;
  readonly jobId: string | null;
  /** Bytes; null while it is being packed. */
  readonly size: number | null;
}

const columns = ['id', 'personId', 'ownerId', 'madeAt', 'jobId', 'size'];

export const insertArchive = (db: Knex, archive: ArchiveRow): Promise<unknown> => db('privacy_archive').insert(archive);

export const archiveById = (db: Knex, id: string): Promise<ArchiveRow | undefined> =>
  db('privacy_archive').where({ id }).first<ArchiveRow | undefined>(columns);

export const archivesOf = (db: Knex, whose: Partial<Pick<ArchiveRow, 'personId' | 'ownerId'>>): Promise<ArchiveRow[]> =>
  db('privacy_archive').where(whose).orderBy('id', 'desc').select<ArchiveRow[]>(columns);

export const archivesBefore = (db: Knex, before: Date): Promise<ArchiveRow[]> =>
  db('privacy_archive').where('madeAt', '<', before).select<ArchiveRow[]>(columns);

export const setArchiveSize = (db: Knex, id: string, size: number): Promise<number> =>
  db('privacy_archive').where({ id }).update({ size });

export const deleteArchives = (db: Knex, ids: readonly string[]): Promise<number> =>
  db('privacy_archive')
    .whereIn('id', [...ids])
    .delete();
