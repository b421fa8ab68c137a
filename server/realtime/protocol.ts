import { z } from 'zod';
import type { JoinReply } from './watcher.ts';

/** What a client sends with `join` and `leave`. */
export const TopicKey = z.strictObject({ topic: z.string().max(100), key: z.string().min(1).max(200) });
export type TopicKey = z.infer<typeof TopicKey>;

/** What a client sends with `say`. */
export const Saying = TopicKey.extend({ word: z.string().max(40) });

/** What clients send. The arguments are whatever somebody sent, until they are parsed. */
export interface ClientEvents {
  join(body: unknown, acknowledge: unknown): void;
  leave(body: unknown, acknowledge: unknown): void;
  /** Tells the other watchers of a key a word of its topic; nothing is stored. */
  say(body: unknown, acknowledge: unknown): void;
  /** A write that its route takes in sets; acknowledged after the commit with a `SetReply`. */
  [write: `${string}:${string}`]: (body: unknown, acknowledge: unknown) => void;
}

/** What a write over the socket hears back, after the commit: the route's own reply, or a problem as over HTTP. */
export type SetReply =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly problem: Readonly<Record<string, unknown>> };

/** What the server sends. */
export interface ServerEvents {
  /** Ask for this again. */
  changed(about: TopicKey): void;
  /** How far something is; the next one replaces it. */
  progress(about: TopicKey & { readonly progress: unknown }): void;
  /** What is new there, or how far it is; of topics with news. */
  news(about: TopicKey & { readonly news: unknown }): void;
  /** You no longer hear of this: your rights changed. */
  left(about: TopicKey): void;
  /** Something may have been missed: ask for everything again. */
  resync(): void;
  /** The session is over; connecting again needs a new one. */
  'signed-out'(): void;
}

/** Calls an acknowledgement, if the client asked for one. */
export function answer(acknowledge: unknown, reply: JoinReply): void {
  if (typeof acknowledge === 'function') acknowledge(reply);
}
