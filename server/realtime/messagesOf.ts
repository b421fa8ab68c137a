import { accessChanged } from '../people/api.ts';
import type { BusMessage } from './message.ts';
import type { Topic } from './topic.ts';

/** What a command leaves behind, as far as open clients are concerned. */
export interface Touched {
  readonly touched: readonly { readonly topic: Topic; readonly key: string; readonly hint?: unknown }[];
  readonly events: readonly { readonly kind: { readonly name: string }; readonly payload: unknown }[];
}

/**
 * The messages that go out with a commit, each once. A change of somebody's rights goes out with it too, not
 * by way of a reaction: open clients must lose them within a second, whatever else waits for delivery.
 */
export function messagesOf({ touched, events }: Touched): BusMessage[] {
  const messages: BusMessage[] = touched.map(({ topic, key, hint }) => ({
    topic: topic.name,
    key,
    ...(hint === undefined ? {} : { hint }),
  }));
  for (const { kind, payload } of events)
    if (kind.name === accessChanged.name)
      messages.push({ kind: 'access-changed', personId: accessChanged.payload.parse(payload).personId });
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
