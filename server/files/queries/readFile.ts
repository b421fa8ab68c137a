import type { Knex } from 'knex';
import type { FileReply } from '../../host/fileReply.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { Thing } from '../api.ts';
import type { FileOwner } from '../owner.ts';
import { fileUnknown } from '../problems.ts';
import type { FileView } from '../schemas.ts';
import type { Storage } from '../storage/storage.ts';
import { type FileRow, filesByIds, filesOfOwner, filesOfPerson, linksOf } from '../store/files.ts';

/** A file whose thing the actor may read, or that the actor has uploaded and nothing has yet; otherwise unknown. */
export async function readFile(
  scope: ReadScope,
  storage: Storage,
  owners: readonly FileOwner[],
  fileId: string,
): Promise<FileReply> {
  const [file] = await filesByIds(scope.db, [fileId]);
  if (!file || !(await mayRead(scope, owners, file))) throw new Problem(fileUnknown);
  return replyOf(storage, file);
}

/** How many files of a person are named at once; nobody has as many. */
const mostOfPerson = 5000;

/** What a person has uploaded, and what shows the person. Asks for no rights. */
export const filesAbout = async (db: Knex, personId: string): Promise<readonly FileView[]> =>
  (await filesOfPerson(db, personId, mostOfPerson)).map(viewOf);

/** One of these files; otherwise unknown. Asks for no rights. */
export async function fileAbout(db: Knex, storage: Storage, personId: string, fileId: string): Promise<FileReply> {
  const [file] = await filesOfPerson(db, personId, 1, fileId);
  if (!file) throw new Problem(fileUnknown);
  return replyOf(storage, file);
}

/** The one file that a thing has; otherwise unknown. Asks for no rights. */
export async function fileOf(db: Knex, storage: Storage, { owner, key }: Thing): Promise<FileReply> {
  const [file] = await filesOfOwner(db, owner, [key]);
  if (!file) throw new Problem(fileUnknown);
  return replyOf(storage, file);
}

const viewOf = ({ id, name, mediaType, size, width, height }: FileRow): FileView => ({
  ...{ id, name, mediaType, size, width, height },
});

async function replyOf(storage: Storage, file: FileRow): Promise<FileReply> {
  return {
    fileName: file.name,
    mediaType: file.mediaType,
    disposition: file.width === null ? 'attachment' : 'inline',
    content: await storage.open(file.blobId),
    length: file.size,
  };
}

async function mayRead(scope: ReadScope, owners: readonly FileOwner[], file: FileRow): Promise<boolean> {
  const links = await linksOf(scope.db, [file.id]);
  if (links.length === 0) return file.uploadedById !== null && file.uploadedById === scope.actor.personId;
  for (const { owner, ownerKey } of links) {
    const declared = owners.find(({ id }) => id === owner);
    if (declared && (await declared.mayRead(scope, ownerKey))) return true;
  }
  return false;
}

export async function filesOf(
  db: Knex,
  owner: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly FileView[]>> {
  const found = new Map<string, FileView[]>();
  for (const file of await filesOfOwner(db, owner, keys))
    found.set(file.ownerKey, [...(found.get(file.ownerKey) ?? []), viewOf(file)]);
  return found;
}
