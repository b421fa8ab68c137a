import type { Readable } from 'node:stream';

/** Where contents lie: each under the id of its row. */
export interface Storage {
  /** Stores a file of this machine. */
  put(id: string, path: string): Promise<void>;
  /** Rejects when there is nothing under this id. */
  open(id: string): Promise<Readable>;
  /** Deleting what is not there changes nothing. */
  remove(id: string): Promise<void>;
  /** Everything that is stored, in portions. */
  list(): AsyncIterable<readonly { readonly id: string; readonly storedAt: Date }[]>;
}
