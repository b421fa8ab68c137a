import type { ReceivedFile } from '../../host/receivedFile.ts';
import type { ReadScope, WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { safeName } from '../domain/fileName.ts';
import { type Examined, examine } from '../examine/examine.ts';
import { tooManyLoose, tryAgain } from '../problems.ts';
import type { FileView } from '../schemas.ts';
import type { Storage } from '../storage/storage.ts';
import { blobBySha, countLoose, holdBlob, insertFile, keepBlob } from '../store/files.ts';

/** An upload whose content lies in the storage already; its rows are still to be written. */
export interface StoredUpload extends Omit<Examined, 'path'> {
  readonly blobId: string;
  /** False: the same content was there before. */
  readonly isNew: boolean;
}

/** How many files somebody may upload that nothing has yet. */
const mostLoose = 50;

/** Before the transaction: looks at the content and stores it, unless the same lies there. */
export async function storeUpload(scope: ReadScope, storage: Storage, received: ReceivedFile): Promise<StoredUpload> {
  if ((await countLoose(scope.db, scope.actor.personId)) >= mostLoose)
    throw new Problem(tooManyLoose, { most: mostLoose });
  const { path, ...content } = await examine(received);
  const known = await blobBySha(scope.db, content.sha256);
  if (known) return { ...content, blobId: known.id, isNew: false };
  const blobId = scope.newId();
  await storage.put(blobId, path);
  return { ...content, blobId, isNew: true };
}

/** Writes the rows of a stored upload. */
export async function keepUpload(scope: WriteScope, name: string, stored: StoredUpload): Promise<FileView> {
  const { blobId, isNew, ending, sha256, size, mediaType, width, height } = stored;
  if (!isNew && !(await holdBlob(scope.db, scope.dialect, blobId))) throw new Problem(tryAgain);
  const kept = isNew
    ? await keepBlob(scope.db, { id: blobId, sha256, size, mediaType, width, height }, scope.now)
    : blobId;
  const file = { id: scope.newId(), name: safeName(name, ending) };
  await insertFile(scope.db, { ...file, blobId: kept, uploadedById: scope.actor.personId, uploadedAt: scope.now });
  return { ...file, mediaType, size, width, height };
}
