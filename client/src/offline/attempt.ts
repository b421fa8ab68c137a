import { problemFrom } from '../api/ApiProblem.ts';
import type { Attempt } from './outbox.ts';
import type { Outgoing } from './personStore.ts';

/** A line that says nothing for so long is down, whatever the browser thinks. */
const silentMs = 20_000;

/** What only time heals: a session to renew, a write that is still running, too many at once. */
const passing = new Set([401, 408, 425, 429]);

/** One attempt to send something over HTTP. */
export async function attemptOver(base: string, entry: Outgoing, headers: HeadersInit = {}): Promise<Attempt> {
  try {
    const response = await fetch(`${base}/api${entry.path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(entry.body),
      signal: AbortSignal.timeout(silentMs),
    });
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'done', reply: body };
    if (response.status >= 500 || passing.has(response.status)) return { kind: 'later' };
    const { title, remedy } = problemFrom(response.status, body);
    // A proxy's own page is no answer of ours.
    return title === '' ? { kind: 'later' } : { kind: 'refused', title, remedy };
  } catch {
    return { kind: 'later' };
  }
}
