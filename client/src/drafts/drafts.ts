import { openDB } from 'idb';

/*
 * What somebody has typed and not sent, kept on this device as they type, so that neither a closed page nor a dead
 * network loses it. It belongs to one person and goes when they sign out.
 */

interface Draft {
  readonly text: string;
  readonly savedAt: Date;
}

const store = 'drafts';

const open = () => openDB('tutoria-drafts', 1, { upgrade: (db) => void db.createObjectStore(store) });

const nameOf = (personId: string, key: string): string => `${personId} ${key}`;

export async function loadDraft(personId: string, key: string): Promise<Draft | undefined> {
  const db = await open();
  const found: unknown = await db.get(store, nameOf(personId, key));
  db.close();
  return isDraft(found) ? found : undefined;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'savedAt' in value &&
  value.savedAt instanceof Date;

/** An empty text is no draft. */
export async function saveDraft(personId: string, key: string, text: string): Promise<Date | undefined> {
  const db = await open();
  const savedAt = new Date();
  if (text.trim()) await db.put(store, { text, savedAt }, nameOf(personId, key));
  else await db.delete(store, nameOf(personId, key));
  db.close();
  return text.trim() ? savedAt : undefined;
}

/** Forgets everything that was typed here, by whomever. */
export async function forgetDrafts(): Promise<void> {
  const db = await open();
  await db.clear(store);
  db.close();
}
