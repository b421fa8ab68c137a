import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

/** Something that waits for the line, as it is kept on the device. */
export interface Outgoing {
  /** Made here once; goes with every attempt, so that the server does it once. */
  readonly id: string;
  /** Entries of a lane go one after the other, in the order in which they were put there. */
  readonly lane: string;
  /** Below `/api`. */
  readonly path: string;
  readonly body: unknown;
  /** How it goes over an open line; without it, over HTTP alone. */
  readonly line?: { readonly event: `${string}:${string}`; readonly params: Readonly<Record<string, string>> };
  /** For the visible queue: a key of the texts of the plugin that it names. */
  readonly label: string;
  /** The page on which its author sees it wait; what an older program put there has none. */
  readonly page?: string;
  /** When it was put there, in milliseconds. */
  readonly at: number;
  /** The server's reason for refusing it for good; its author decides what becomes of it. */
  readonly refused?: { readonly title: string; readonly remedy: string };
}

export type Queued = Outgoing & { readonly nth: number };

interface PersonSchema extends DBSchema {
  outbox: { key: number; value: Outgoing & { nth?: number }; indexes: { lane: string; id: string } };
  /** Whatever was read and may be shown without a line, by name. */
  kept: { key: string; value: unknown };
}

export type PersonStore = IDBPDatabase<PersonSchema>;

const prefix = 'tutoria-of-';

/** What one person keeps on this device: each has a store of their own, so that nobody sees another's on a shared one. */
export const openPersonStore = (personId: string): Promise<PersonStore> =>
  openDB<PersonSchema>(`${prefix}${personId}`, 1, {
    upgrade(db) {
      const outbox = db.createObjectStore('outbox', { keyPath: 'nth', autoIncrement: true });
      outbox.createIndex('lane', 'lane');
      outbox.createIndex('id', 'id', { unique: true });
      db.createObjectStore('kept');
    },
    // Another tab forgets everything at sign-out; it must not wait for this one.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

/** Empties the device of what a person kept. */
export const deletePersonStore = (personId: string): Promise<void> => deleteDB(`${prefix}${personId}`);

/** Empties it of everybody but one: on a shared device somebody may have left without signing out. */
export async function deleteOtherStores(personId: string | undefined): Promise<void> {
  const stores = (await indexedDB.databases?.()) ?? [];
  const others = stores.flatMap(({ name }) =>
    name?.startsWith(prefix) && name !== `${prefix}${personId}` ? [name] : [],
  );
  await Promise.all(others.map((name) => deleteDB(name)));
}
