import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ReadScope, WriteScope } from '../../host/scope.ts';
import type { Thing } from '../api.ts';
import { safeName } from '../domain/fileName.ts';
import type { FileView } from '../schemas.ts';
import type { Storage } from '../storage/storage.ts';
import { insertFile, insertLinks, keepBlob } from '../store/files.ts';
import type { StoredUpload } from './keepUpload.ts';

/** A file that the product itself has made. */
export interface MadeFile {
  readonly path: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
}

/** Before the transaction: stores what the product has made; nobody else has the same. */
export async function storeMade(
  { newId }: Pick<ReadScope, 'newId'>,
  storage: Storage,
  { path, mediaType, ending }: MadeFile,
): Promise<StoredUpload> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const blobId = newId();
  await storage.put(blobId, path);
  const { size } = await stat(path);
  return { blobId, isNew: true, sha256: hash.digest('hex'), size, mediaType, ending, width: null, height: null };
}

/** Writes its rows: it has no uploader, and belongs to the thing alone. */
export async function keepMade(scope: WriteScope, thing: Thing, name: string, stored: StoredUpload): Promise<FileView> {
  const { blobId, ending, sha256, size, mediaType, width, height } = stored;
  const kept = await keepBlob(scope.db, { id: blobId, sha256, size, mediaType, width, height }, scope.now);
  const file = { id: scope.newId(), name: safeName(name, ending) };
  await insertFile(scope.db, { ...file, blobId: kept, uploadedById: null, uploadedAt: scope.now });
  await insertLinks(scope.db, [{ fileId: file.id, owner: thing.owner, ownerKey: thing.key, linkedAt: scope.now }]);
  return { ...file, mediaType, size, width, height };
}
