import { z } from 'zod';
import { accessChanged, sessionEnded } from './access.ts';

/*
 * What travels between processes: keys and small hints, never the contents of an entity.
 */

const TopicMessage = z.strictObject({
  topic: z.string(),
  key: z.string(),
  /** Something that is lost without harm, such as a job's progress. */
  hint: z.unknown().optional(),
});
const AccessChanged = z.strictObject({ kind: z.literal('access-changed'), personId: z.string() });
const SessionEnded = z.strictObject({ kind: z.literal('session-ended'), sessionId: z.string() });

export const BusMessage = z.union([AccessChanged, SessionEnded, TopicMessage]);
export type BusMessage = z.infer<typeof BusMessage>;
export type TopicMessage = z.infer<typeof TopicMessage>;
export type AccessMessage = z.infer<typeof AccessChanged> | z.infer<typeof SessionEnded>;

/** What a message says about somebody's rights; undefined when it speaks of something else. */
export function accessMessageOf(message: BusMessage): AccessMessage | undefined {
  if ('kind' in message) return message;
  if (message.topic === accessChanged.name) return { kind: 'access-changed', personId: message.key };
  if (message.topic === sessionEnded.name) return { kind: 'session-ended', sessionId: message.key };
  return undefined;
}

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
