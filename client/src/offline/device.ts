import { forgetDrafts } from '../drafts/drafts.ts';
import { ask } from '../realtime/connection.ts';
import { attemptFor } from './attempt.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import {
  deleteOtherStores,
  deletePersonStore,
  type Outgoing,
  openPersonStore,
  type PersonStore,
} from './personStore.ts';
import { changeQueue, queueNow } from './queue.ts';

/** What this device keeps for whoever is signed in. */
export interface Device {
  readonly personId: string;
  readonly store: PersonStore;
  readonly outbox: Outbox;
}

type Done = (entry: Outgoing, reply: unknown) => void;

/** Under which name the moment of the last answer is kept. */
const syncedAs = 'syncedAt';

/** The person of this page has signed out; a new page is on its way. */
let isForgotten = false;

let opened: { readonly personId: string; readonly device: Promise<Device> } | undefined;
const doneListeners = new Set<Done>();

// biome-ignore lint/plugin: shown to people only; nothing is decided by this device's clock
const now = (): number => Date.now();

/** A pause that ends early when the line comes back. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
  });

/** One tab sends for all; where browsers cannot tell, each does, and the server takes everything once. */
const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`tutoria ${name}`, work) : work();

async function open(personId: string): Promise<Device> {
  await deleteOtherStores(personId);
  const store = await openPersonStore(personId);
  const outbox: Outbox = createOutbox({
    store,
    attempt: (entry) => attemptFor({ ask }, '', entry, { 'accept-language': document.documentElement.lang || 'en' }),
    onChange: () => void refresh(outbox),
    onDone(entry, reply) {
      noteSynced(store, now());
      for (const tell of doneListeners) tell(entry, reply);
    },
    now,
    pause,
    alone,
  });
  const syncedAt: unknown = await store.get('kept', syncedAs);
  changeQueue({ syncedAt: syncedAt instanceof Date ? syncedAt : undefined });
  await refresh(outbox);
  await outbox.wake();
  const wake = () => void outbox.wake();
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return { personId, store, outbox };
}

/** The server has answered at that moment: what is shown, and what was sent, is as it had it then. */
export function noteSynced(store: PersonStore, at: number): void {
  if (at <= (queueNow().syncedAt?.getTime() ?? 0)) return;
  const syncedAt = new Date(at);
  changeQueue({ syncedAt });
  void store.put('kept', syncedAt, syncedAs).catch(() => undefined);
}

async function refresh(outbox: Outbox): Promise<void> {
  changeQueue({ waiting: await outbox.waiting() });
}

/** Opens what the device keeps for this person; what others left on it is deleted. */
export function deviceOf(personId: string): Promise<Device> {
  // A late answer must not bring back what was forgotten: whoever asks now goes with the page.
  if (isForgotten) return new Promise(() => undefined);
  if (opened?.personId !== personId) opened = { personId, device: open(personId) };
  return opened.device;
}

/** Empties the device of everything of whoever signs out. */
export async function forgetDevice(personId: string): Promise<void> {
  isForgotten = true;
  const device = await opened?.device.catch(() => undefined);
  device?.outbox.close();
  device?.store.close();
  opened = undefined;
  await forgetDrafts();
  await deletePersonStore(personId);
}

/** Hears of what was sent, with the server's reply. */
export function onSent(listener: Done): () => void {
  doneListeners.add(listener);
  return () => doneListeners.delete(listener);
}
