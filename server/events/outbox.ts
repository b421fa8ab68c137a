import type { Knex } from 'knex';
import { insertMany } from '../db/many.ts';
import type { ReactionIndex } from './reactionIndex.ts';
import { lockStreams } from './store/streamLock.ts';

/** An event as the scope runner hands it over. */
export interface StoredEvent {
  /** UUIDv7. */
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  /** Empty for the system. */
  readonly actorId: string;
  readonly stream: string;
  /** Already parsed by the event's schema; must survive JSON. */
  readonly payload: unknown;
}

/**
 * Writes one delivery per interested reaction, and the events that have any; what nobody reacts to is not kept (an
 * import of a school tells of tens of thousands of new people). Called as the last thing before the commit: from
 * here on the streams are locked.
 */
export async function storeEvents(
  trx: Knex.Transaction,
  emitted: readonly StoredEvent[],
  reactions: ReactionIndex,
): Promise<void> {
  const events = emitted.filter(({ name }) => reactions.toEvent(name).length > 0);
  if (events.length === 0) return;
  const deliveries = events.flatMap((event) =>
    reactions.toEvent(event.name).map((reaction) => ({
      eventId: event.id,
      reaction: reaction.id,
      stream: event.stream,
      state: 'waiting',
      attempts: 0,
      dueAt: event.at,
    })),
  );
  await lockStreams(trx, [...new Set(deliveries.map(({ stream }) => stream))]);
  await insertMany(
    trx,
    'events_event',
    events.map(({ id, name, at, actorId, stream, payload }) => ({
      id,
      name,
      happenedAt: at,
      actorId: actorId || null,
      stream,
      payloadJson: JSON.stringify(payload),
    })),
  );
  await insertMany(trx, 'events_delivery', deliveries);
}
