import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { WriteScope } from '../host/scope.ts';
import { nextAttempt } from './domain/backOff.ts';
import { failureOf } from './failure.ts';
import type { InWrite } from './inScope.ts';
import type { Log } from './log.ts';
import { createLoop } from './loop.ts';
import type { ReactionIndex } from './reactionIndex.ts';
import { claimDelivery, type Delivery, deleteDelivery, isAnyDue, postponeDelivery } from './store/deliveries.ts';

export interface DispatcherParts {
  readonly database: Database;
  readonly reactions: ReactionIndex;
  readonly inWrite: InWrite;
  readonly clock: () => Date;
  readonly log: Log;
  /** How often to look for what other processes left; 3 s unless told. */
  readonly pollMs?: number;
}

export interface Dispatcher {
  /** Called after every commit that stored events. */
  wake(): void;
  start(): void;
  /** Lets the reaction in progress end. */
  stop(): Promise<void>;
  /** For tests: delivers, started or not, until nothing is due. Back-offs are not waited for. */
  idle(): Promise<void>;
}

/**
 * Runs reactions after the commit, each in a transaction of its own that also deletes the delivery: its
 * effects in the database happen exactly once, whatever crashes.
 *
 * Deliveries of one reaction and stream go in order. One that fails waits longer each time and holds back
 * only the later ones of its own reaction and stream; given up after 10 attempts it still does, because a
 * reaction that relies on the order must not see the next event first. It is counted for the health page
 * until `eventsApi.retryFailed`.
 */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { database, reactions, clock, log } = parts;
  const isDue = () => isAnyDue(database.reader, reactions.ids, clock());
  let stopped = false;
  const loop = createLoop(deliverAll, parts.pollMs ?? 3000, (reason) =>
    log.error({ failure: failureOf(reason) }, 'Events could not be delivered'),
  );

  async function deliverAll(): Promise<void> {
    if (!(await isDue())) return;
    let delivered = true;
    while (delivered && !stopped) delivered = await deliverNext(parts);
  }

  return {
    wake: loop.wake,
    start: loop.start,
    stop() {
      stopped = true;
      return loop.stop();
    },
    async idle() {
      await loop.run();
      while (!stopped && (await isDue())) {
        // Another process is at it.
        await delay(10);
        await loop.run();
      }
    },
  };
}

/** Returns whether there was anything to do. */
async function deliverNext({ database, reactions, inWrite, clock, log }: DispatcherParts): Promise<boolean> {
  const claim: { delivery?: Delivery } = {};
  try {
    return await inWrite(async (scope) => {
      const delivery = await claimDelivery(scope.db, scope.dialect, reactions.ids, clock());
      if (!delivery) return false;
      claim.delivery = delivery;
      await react(scope, delivery, reactions);
      await deleteDelivery(scope.db, delivery.position);
      return true;
    });
  } catch (reason) {
    const { delivery } = claim;
    if (!delivery) throw reason;
    const failure = failureOf(reason);
    const attempts = delivery.attempts + 1;
    const dueAt = nextAttempt(attempts, clock());
    await database.write((trx) =>
      postponeDelivery(trx, delivery.position, { attempts, dueAt, failure: failure.code || failure.name }),
    );
    const details = { reaction: delivery.reaction, event: delivery.name, eventId: delivery.eventId, attempts, failure };
    if (dueAt) log.warn(details, 'A reaction failed and will be tried again');
    else log.error(details, 'A reaction was given up');
    return true;
  }
}

async function react(scope: WriteScope, delivery: Delivery, reactions: ReactionIndex): Promise<void> {
  const reaction = reactions.byId(delivery.reaction);
  if (!reaction) throw new Error(`There is no reaction ${delivery.reaction}`);
  await reaction.run(scope, {
    id: delivery.eventId,
    name: delivery.name,
    at: delivery.happenedAt,
    actorId: delivery.actorId ?? '',
    payload: reaction.to.payload.parse(delivery.payloadJson),
  });
}
