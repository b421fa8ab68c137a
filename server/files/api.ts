import type { Knex } from 'knex';
import type { FileReply } from '../host/fileReply.ts';
import { apiRef } from '../host/plugin.ts';
import type { ReceivedFile } from '../host/receivedFile.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { MadeFile } from './commands/keepMade.ts';
import type { StoredUpload } from './commands/keepUpload.ts';
import type { FileView } from './schemas.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export type { StoredUpload } from './commands/keepUpload.ts';
export { defineFileOwner, type FileOwner } from './owner.ts';
export { fileNotYours, fileUnknown } from './problems.ts';
export { FileView } from './schemas.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** A thing that has files. */
export interface Thing {
  /** Id of a declared `FileOwner`. */
  readonly owner: string;
  readonly key: string;
}

export interface FilesApi {
  /** Looks at a file that came otherwise than by upload, as the scope's person, before any transaction. */
  takeIn(scope: ReadScope, received: ReceivedFile): Promise<StoredUpload>;
  /** Keeps what was taken in, to be attached. */
  keep(scope: WriteScope, name: string, stored: StoredUpload): Promise<FileView>;
  /** Stores a file that the product itself has made, before any transaction. */
  storeMade(scope: Pick<ReadScope, 'newId'>, made: MadeFile): Promise<StoredUpload>;
  /** Gives what was stored to a thing. */
  keepMade(scope: WriteScope, thing: Thing, name: string, stored: StoredUpload): Promise<FileView>;
  /** The content of the one file that a thing has. Asks for no rights. */
  fileOf(db: Knex, thing: Thing): Promise<FileReply>;
  /** Gives files that the actor has uploaded to a thing that the caller has reached. Files that nothing has for a day are deleted. */
  attach(scope: WriteScope, thing: Thing, fileIds: readonly string[]): Promise<void>;
  /** Takes all files from a thing. */
  detach(scope: WriteScope, thing: Thing): Promise<void>;
  /** The files of several things of one kind, by key. */
  filesOf(db: Knex, owner: string, keys: readonly string[]): Promise<ReadonlyMap<string, readonly FileView[]>>;
  /** What a person has uploaded, and what shows the person. Asks for no rights. */
  filesAbout(db: Knex, personId: string): Promise<readonly FileView[]>;
  /** The content of one of these. Asks for no rights. */
  fileAbout(db: Knex, personId: string, fileId: string): Promise<FileReply>;
}

export const filesApi = apiRef<FilesApi>('files');
