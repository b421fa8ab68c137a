import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

export interface EventsApi {
  /** Deliveries given up, for the health page. */
  failedCount(scope: Pick<ReadScope, 'db'>): Promise<number>;
  /** Tries given-up deliveries again. Returns how many. */
  retryFailed(scope: WriteScope): Promise<number>;
}

export const eventsApi = apiRef<EventsApi>('events');
