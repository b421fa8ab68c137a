import { dehydrate, hydrate, type Query, type QueryClient } from '@tanstack/react-query';
import type { Session } from '../api/session.ts';
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
  ['messages', 'reachable'],
  ['notices', 'latest'],
];

/** The same for students and guardians alone: what they read is theirs; staff read of other people's children, and in confidence. */
const readableByFamilies: readonly (readonly string[])[] = [
  ['forum', 'boards'],
  ['forum', 'board'],
  ['forum', 'topics'],
  ['forum', 'topic'],
  ['forum', 'unread'],
];

const keptAs = 'queries';
const settleMs = 1500;

const begins = ({ queryKey }: Query, all: readonly (readonly string[])[]): boolean =>
  all.some((words) => words.every((word, nth) => queryKey[nth] === word));

const isReadable = (client: QueryClient, query: Query): boolean =>
  query.state.status === 'success' &&
  (begins(query, readable) || (begins(query, readableByFamilies) && isOfFamily(client)));

function isOfFamily(client: QueryClient): boolean {
  const roles = client.getQueryData<Pick<Session, 'roles'>>(['session'])?.roles ?? [];
  return roles.length > 0 && roles.every(({ role }) => role === 'student' || role === 'guardian');
}

/** Keeps what was read, some moments after it changed. */
export function keepQueries(client: QueryClient, personId: string): void {
  let isWaiting = false;
  const save = async (): Promise<void> => {
    isWaiting = false;
    if (lastPerson() !== personId) return;
    const { store } = await deviceOf(personId);
    const dehydrated = dehydrate(client, { shouldDehydrateQuery: (query) => isReadable(client, query) });
    await store.put('kept', JSON.parse(JSON.stringify(dehydrated)), keptAs);
    const answered = client
      .getQueryCache()
      .getAll()
      .filter((query) => isReadable(client, query));
    noteSynced(store, Math.max(0, ...answered.map(({ state: { dataUpdatedAt } }) => dataUpdatedAt)));
  };
  const later = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => void save().catch(() => undefined), settleMs);
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && isReadable(client, query)) later();
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
