import { z } from 'zod';

/*
 * What travels between processes: keys and small hints, never the contents of an entity.
 */

const TopicMessage = z.strictObject({
  topic: z.string(),
  key: z.string(),
  /** Something that is lost without harm, such as a job's progress. */
  hint: z.unknown().optional(),
});
/** The rights of a person changed: every process asks again what their open sockets may watch. */
const AccessChanged = z.strictObject({ kind: z.literal('access-changed'), personId: z.string() });
/** A session was ended: every process disconnects its sockets. */
const SessionEnded = z.strictObject({ kind: z.literal('session-ended'), sessionId: z.string() });

export const BusMessage = z.union([AccessChanged, SessionEnded, TopicMessage]);
export type BusMessage = z.infer<typeof BusMessage>;

/** The same of many keys: what concerns fifty people is one text. */
const ManyKeys = TopicMessage.omit({ key: true }).extend({ keys: z.array(z.string()).min(2) });
const Wire = z.union([AccessChanged, SessionEnded, TopicMessage, ManyKeys]);

/** PostgreSQL takes less than 8,000 bytes. */
const mostBytes = 7500;

/** The messages as texts, in their order; a hint that is too large is left out. */
export function encodeMessages(messages: readonly BusMessage[]): readonly string[] {
  return alike(messages).flatMap((some) => (some.length > 1 ? textsOf(some) : some.map(textOf)));
}

/** Runs of messages that differ in their keys only. */
function alike(messages: readonly BusMessage[]): readonly (readonly BusMessage[])[] {
  const runs: BusMessage[][] = [];
  let last: unknown;
  for (const message of messages) {
    const same = 'kind' in message ? undefined : JSON.stringify([message.topic, message.hint]);
    if (same !== undefined && same === last) runs.at(-1)?.push(message);
    else runs.push([message]);
    last = same;
  }
  return runs;
}

function textsOf(run: readonly BusMessage[]): readonly string[] {
  const [first] = run;
  const keys = run.flatMap((message) => ('kind' in message ? [] : message.key));
  if (!first || 'kind' in first) return [];
  const text = JSON.stringify({ ...first, key: undefined, keys });
  if (Buffer.byteLength(text) <= mostBytes) return [text];
  const half = Math.ceil(run.length / 2);
  return [run.slice(0, half), run.slice(half)].flatMap(encodeMessages);
}

function textOf(message: BusMessage): string {
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) <= mostBytes) return text;
  if ('kind' in message || message.hint === undefined)
    throw new RangeError('A realtime message carries keys, not contents');
  return textOf({ topic: message.topic, key: message.key });
}

/** Nothing of text that another version of the product may have sent. */
export function decodeMessages(text: string): readonly BusMessage[] {
  const message = parsed(text);
  if (!message) return [];
  if (!('keys' in message)) return [message];
  const { keys, ...same } = message;
  return keys.map((key) => ({ ...same, key }));
}

function parsed(text: string): z.infer<typeof Wire> | undefined {
  try {
    return Wire.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
