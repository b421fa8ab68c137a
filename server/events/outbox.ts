import type { Knex } from 'knex';
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

const rowsPerInsert = 500;

async function insertAll(trx: Knex.Transaction, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    await trx(table).insert(rows.slice(from, from + rowsPerInsert));
}

/**
 * Writes events and one delivery per interested reaction. Called as the last thing before the commit: from
 * here on the streams are locked.
 */
export async function storeEvents(
  trx: Knex.Transaction,
  events: readonly StoredEvent[],
  reactions: ReactionIndex,
): Promise<void> {
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
  await insertAll(
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
  await insertAll(trx, 'events_delivery', deliveries);
}
