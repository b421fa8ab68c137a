import type { SetReply } from '../../../server/realtime/protocol.ts';
import { problemFrom } from '../api/ApiProblem.ts';
import type { Link } from '../realtime/link.ts';
import type { Attempt } from './outbox.ts';
import type { Outgoing } from './personStore.ts';

/** A line that says nothing for so long is down, whatever the browser thinks. */
const silentMs = 20_000;

/** What only time heals: a session to renew, a write that is still running, too many at once. */
const passing = new Set([401, 408, 425, 429]);

/** One attempt: over the open line where there is one that answers, else over HTTP, with the same id. */
export const attemptFor = async (
  link: Pick<Link, 'ask'>,
  base: string,
  entry: Outgoing,
  headers: HeadersInit = {},
): Promise<Attempt> => (await attemptByLine(link, entry)) ?? attemptOver(base, entry, headers);

async function attemptOver(base: string, entry: Outgoing, headers: HeadersInit): Promise<Attempt> {
  try {
    const response = await fetch(`${base}/api${entry.path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(entry.body),
      signal: AbortSignal.timeout(silentMs),
    });
    const body: unknown = await response.json();
    return response.ok ? { kind: 'done', reply: body } : attemptAt(response.status, body);
  } catch {
    return { kind: 'later' };
  }
}

/** What an answer other than yes means. */
function attemptAt(status: number, body: unknown): Attempt {
  if (status >= 500 || passing.has(status)) return { kind: 'later' };
  const { title, remedy } = problemFrom(status, body);
  // A proxy's own page is no answer of ours.
  return title === '' ? { kind: 'later' } : { kind: 'refused', title, remedy };
}

/** How long the server has for an answer over the line; then HTTP is asked with the same id. */
const lineMs = 8000;

/** The same over the open line, which is quicker; undefined where there is none, or no answer. */
async function attemptByLine({ ask }: Pick<Link, 'ask'>, { line, body }: Outgoing): Promise<Attempt | undefined> {
  const reply = line && (await ask(line.event, { params: line.params, body }, lineMs));
  if (!isReply(reply)) return undefined;
  return reply.ok ? { kind: 'done', reply: reply.body } : attemptAt(reply.status, reply.problem);
}

const isReply = (reply: unknown): reply is SetReply =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && 'status' in reply;
