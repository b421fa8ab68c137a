import { dehydrate, hydrate, type Query, type QueryClient } from '@tanstack/react-query';
import { deviceOf, noteSynced } from './device.ts';
import { lastPerson } from './lastPerson.ts';

/**
 * What may be read without a line, by the first words of its key. Nothing else is kept: what is sealed, or of other people,
 * is not here, and a new query is kept only when somebody has thought about it.
 */
const readable: readonly (readonly string[])[] = [
  ['session'],
  ['timetable', 'own'],
  ['messages', 'threads'],
  ['messages', 'thread'],
  ['notices', 'latest'],
];

const keptAs = 'queries';
const settleMs = 1500;

const isReadable = ({ queryKey, state }: Query): boolean =>
  state.status === 'success' && readable.some((words) => words.every((word, nth) => queryKey[nth] === word));

/** Keeps what was read, some moments after it changed. */
export function keepQueries(client: QueryClient, personId: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    timer = undefined;
    if (lastPerson() !== personId) return;
    const { store } = await deviceOf(personId);
    const dehydrated = dehydrate(client, { shouldDehydrateQuery: isReadable });
    await store.put('kept', JSON.parse(JSON.stringify(dehydrated)), keptAs);
    const answered = client.getQueryCache().getAll().filter(isReadable);
    noteSynced(store, Math.max(0, ...answered.map(({ state: { dataUpdatedAt } }) => dataUpdatedAt)));
  };
  const later = (): void => {
    timer ??= setTimeout(() => void save().catch(() => undefined), settleMs);
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && isReadable(query)) later();
  });
  later();
}

/** Shows what the last person on this device had read, when the server cannot be reached. */
export async function restoreQueries(client: QueryClient): Promise<void> {
  const personId = lastPerson();
  if (!personId) return;
  const { store } = await deviceOf(personId);
  const state = await store.get('kept', keptAs);
  if (typeof state === 'object' && state !== null) hydrate(client, state);
}

/** The session is over: what was read is no longer shown; what was written and not sent stays until its author is back. */
export async function forgetRead(): Promise<void> {
  const personId = lastPerson();
  if (!personId) return;
  const { store } = await deviceOf(personId);
  await store.clear('kept');
}
