import type { Knex } from 'knex';
import type { Dialect } from '../../host/scope.ts';

export interface BlobRow {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface FileRow extends Omit<BlobRow, 'id' | 'sha256'> {
  readonly id: string;
  readonly blobId: string;
  readonly name: string;
  readonly uploadedById: string | null;
}

export const blobBySha = (db: Knex, sha256: string): Promise<{ id: string } | undefined> =>
  db('files_blob').where({ sha256 }).first('id');

/** The row of this content; made unless somebody else has made it. Locked, so that it is not swept meanwhile. */
export async function keepBlob(trx: Knex.Transaction, blob: BlobRow, storedAt: Date): Promise<string> {
  const rows: { id: string }[] = await trx('files_blob')
    .insert({ ...blob, storedAt })
    .onConflict('sha256')
    .merge(['sha256'])
    .returning('id');
  return rows[0]?.id ?? blob.id;
}

/** Holds on to content that lies there already; false when it was swept. */
export async function holdBlob(trx: Knex.Transaction, dialect: Dialect, id: string): Promise<boolean> {
  const query = trx('files_blob').where({ id });
  return (await (dialect === 'postgres' ? query.forShare() : query).first('id')) !== undefined;
}

export const insertFile = (
  trx: Knex.Transaction,
  file: Pick<FileRow, 'id' | 'blobId' | 'name' | 'uploadedById'> & { readonly uploadedAt: Date },
): Promise<unknown> => trx('files_file').insert(file);

const columns = [
  'file.id',
  'file.blobId',
  'file.name',
  'file.uploadedById',
  'blob.size',
  'blob.mediaType',
  'blob.width',
  'blob.height',
];

export const filesByIds = (db: Knex, ids: readonly string[]): Promise<FileRow[]> =>
  db('files_file as file')
    .join('files_blob as blob', 'blob.id', 'file.blobId')
    .whereIn('file.id', [...ids])
    .select<FileRow[]>(columns);

export interface Link {
  readonly fileId: string;
  readonly owner: string;
  readonly ownerKey: string;
}

export const linksOf = (db: Knex, fileIds: readonly string[]): Promise<Link[]> =>
  db('files_link')
    .whereIn('fileId', [...fileIds])
    .select('fileId', 'owner', 'ownerKey');

export const insertLinks = (
  trx: Knex.Transaction,
  links: readonly (Link & { readonly linkedAt: Date })[],
): Promise<unknown> =>
  trx('files_link')
    .insert([...links])
    .onConflict(['fileId', 'owner', 'ownerKey'])
    .ignore();

export const deleteLinks = (trx: Knex.Transaction, owner: string, ownerKey: string): Promise<number> =>
  trx('files_link').where({ owner, ownerKey }).del();

export const filesOfOwner = (
  db: Knex,
  owner: string,
  keys: readonly string[],
): Promise<(FileRow & { ownerKey: string })[]> =>
  db('files_link as link')
    .join('files_file as file', 'file.id', 'link.fileId')
    .join('files_blob as blob', 'blob.id', 'file.blobId')
    .where('link.owner', owner)
    .whereIn('link.ownerKey', [...keys])
    .orderBy(['link.linkedAt', 'file.id'])
    .select<(FileRow & { ownerKey: string })[]>([...columns, 'link.ownerKey']);

/** What a person has uploaded, and what shows the person: whose key is the person's id; all of them, or one. */
export const filesOfPerson = (db: Knex, personId: string, limit: number, fileId?: string): Promise<FileRow[]> =>
  db('files_file as file')
    .join('files_blob as blob', 'blob.id', 'file.blobId')
    .where((any) =>
      any
        .where('file.uploadedById', personId)
        .orWhereIn('file.id', db('files_link').where({ ownerKey: personId }).select('fileId')),
    )
    .where(fileId === undefined ? {} : { 'file.id': fileId })
    .orderBy('file.id')
    .limit(limit)
    .select<FileRow[]>(columns);

const loose = (db: Knex): Knex.QueryBuilder =>
  db('files_file').whereNotExists(db('files_link').whereRaw('files_link.file_id = files_file.id').select(db.raw('1')));

export async function countLoose(db: Knex, uploadedById: string): Promise<number> {
  const row = await loose(db).where({ uploadedById }).count('* as count').first();
  return Number(row?.count ?? 0);
}

export const deleteLoose = (trx: Knex.Transaction, before: Date): Promise<number> =>
  loose(trx).where('uploadedAt', '<', before).del();

/** Deletes content that no file has; returns the ids under which it is stored. */
export async function deleteUnusedBlobs(trx: Knex.Transaction, before: Date): Promise<string[]> {
  const unused = () =>
    trx('files_blob').whereNotExists(
      trx('files_file').whereRaw('files_file.blob_id = files_blob.id').select(trx.raw('1')),
    );
  const rows: { id: string }[] = await unused().where('storedAt', '<', before).forUpdate().select('id');
  const ids = rows.map(({ id }) => id);
  await unused().whereIn('id', ids).del();
  return ids;
}

export async function knownBlobs(db: Knex, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await db('files_blob')
    .whereIn('id', [...ids])
    .select('id');
  return new Set(rows.map(({ id }) => id));
}
