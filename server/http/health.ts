import { z } from 'zod';
import { anyone } from '../access/permission.ts';
import type { EventsApi } from '../events/api.ts';
import { defineRead } from './route.ts';

const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  now: z.iso.datetime(),
  /** Reactions given up after their last attempt; `degraded` when there are any. */
  failedDeliveries: z.number().int(),
});

/** Answers when the server runs and reaches its database. */
export const healthRoute = (events: EventsApi) =>
  defineRead({
    path: '/health',
    operationId: 'getHealth',
    summary: 'Whether the server runs and reaches its database.',
    permission: anyone,
    output: Health,
    handle: async (scope) => {
      const failedDeliveries = await events.failedCount(scope);
      return {
        status: failedDeliveries > 0 ? ('degraded' as const) : ('ok' as const),
        now: scope.now.toISOString(),
        failedDeliveries,
      };
    },
  });
