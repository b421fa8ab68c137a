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

/** PostgreSQL takes less than 8,000 bytes. */
const mostBytes = 7500;

/** The message as text; a hint that is too large is left out. */
export function encodeMessage(message: BusMessage): string {
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) <= mostBytes) return text;
  if ('kind' in message || message.hint === undefined)
    throw new RangeError('A realtime message carries keys, not contents');
  return encodeMessage({ topic: message.topic, key: message.key });
}

/** Undefined for text that another version of the product may have sent. */
export function decodeMessage(text: string): BusMessage | undefined {
  try {
    return BusMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
