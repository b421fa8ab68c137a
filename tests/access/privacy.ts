import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from '../harness/eachApp.ts';

/** An archive about a student that the guardian has asked for, and that is ready. */
export async function makeArchive(
  { app }: TestApp,
  { studentId, guardianId }: { readonly studentId: string; readonly guardianId: string },
): Promise<string> {
  const [id, blobId, fileId] = [app.newId(), app.newId(), app.newId()];
  const content = Buffer.from(`archive ${id}`);
  const folder = join(app.config.dataDir, 'files', blobId.slice(-2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, blobId), content);
  const now = app.clock();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const size = content.byteLength;
  await app.database.write(async (trx) => {
    await trx('privacy_archive').insert({ id, personId: studentId, ownerId: guardianId, madeAt: now, size });
    await trx('files_blob').insert({ id: blobId, sha256, size, mediaType: 'application/zip', storedAt: now });
    await trx('files_file').insert({ id: fileId, blobId, name: 'archive.zip', uploadedAt: now });
    await trx('files_link').insert({ fileId, owner: 'privacy.archive', ownerKey: id, linkedAt: now });
  });
  return id;
}
