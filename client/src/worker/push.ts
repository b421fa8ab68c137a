import { scope } from './scope.ts';

/*
 * A signal names a notice and nothing of what it says. The text is asked for with the session of whoever is signed in in
 * this browser, so that on a shared phone nobody reads what is another's; without one, only that there is something new.
 */

interface Signal {
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

const patienceMs = 6000;

const isSignal = (value: unknown): value is Signal =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  'body' in value &&
  'link' in value &&
  'id' in value;

/** The notice's words; undefined without a line or for another person's notice. */
async function wordsOf(id: string | null): Promise<string | undefined> {
  if (id === null) return undefined;
  try {
    const answer = await fetch(`/api/notices/${id}`, { signal: AbortSignal.timeout(patienceMs) });
    const detail: unknown = answer.ok ? await answer.json() : undefined;
    return typeof detail === 'object' && detail !== null && 'text' in detail ? String(detail.text) : undefined;
  } catch {
    return undefined;
  }
}

async function show(signal: Signal): Promise<void> {
  const body = (await wordsOf(signal.id)) ?? signal.body;
  await scope.registration.showNotification(signal.title, {
    body,
    tag: signal.id ?? 'several',
    icon: '/icon.svg',
    data: { link: signal.link },
  });
}

/** Opens what it is about in a window that is there, or in a new one. */
async function open(link: string): Promise<void> {
  const [known] = await scope.clients.matchAll({ type: 'window' });
  if (!known) return void (await scope.clients.openWindow(link));
  // A browser may refuse to bring a window to the front; what it shows changes all the same.
  await known.focus().catch(() => undefined);
  await known.navigate(link);
}

const readSignal = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

scope.addEventListener('push', (event) => {
  const signal = readSignal(event.data?.text());
  if (isSignal(signal)) event.waitUntil(show(signal));
});

scope.addEventListener('notificationclick', (event) => {
  const { link } = event.notification.data;
  event.notification.close();
  // A path of this site and nothing else.
  event.waitUntil(open(/^\/(?!\/)/.test(link) ? link : '/notices'));
});
