import { z } from 'zod';
import { anyone } from '../access/permission.ts';
import { defineRead } from './route.ts';

const Health = z.object({ status: z.literal('ok'), now: z.iso.datetime() });

/** Answers when the server runs and reaches its database. */
export const healthRoute = defineRead({
  path: '/health',
  operationId: 'getHealth',
  summary: 'Whether the server runs and reaches its database.',
  permission: anyone,
  output: Health,
  handle: async (scope) => {
    await scope.db.raw('select 1 as one');
    return { status: 'ok', now: scope.now.toISOString() };
  },
});
