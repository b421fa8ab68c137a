import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { anyone } from '../../server/access/permission.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { apiRef, definePlugin } from '../../server/host/plugin.ts';
import { defineSessionRoute, defineWrite } from '../../server/http/route.ts';
import { listen } from '../../server/listen.ts';

/*
 * A server with one way of writing as all of them are, and one that acknowledges before the commit: what a crash must
 * never take, and what it does take.
 */

/**
 * So many early answers are ahead of their commits, never more: otherwise they would queue without end before the
 * careful writes, and it would never be the turn of those.
 */
const mostAhead = 10;
let ahead = 0;

const Body = z.strictObject({ id: z.uuid() });
const Done = z.object({});

const hasty = definePlugin({
  ref: apiRef('hasty'),
  home: new URL('./', import.meta.url),
  migrations: [
    {
      name: '001_writes',
      up: (db) => db.schema.createTable('hasty_write', (t) => void t.uuid('id').primary()),
      down: (db) => db.schema.dropTable('hasty_write'),
    },
  ],
  start: () => ({
    api: null,
    routes: [
      defineWrite({
        method: 'post',
        path: '/hasty/careful',
        operationId: 'writeCarefully',
        summary: 'Writes as every route does.',
        permission: anyone,
        body: Body,
        output: Done,
        handle: async ({ db }, { body }) => {
          await db('hasty_write').insert({ id: body.id });
          return {};
        },
      }),
      defineSessionRoute({
        method: 'post',
        path: '/hasty/early',
        operationId: 'writeEarly',
        summary: 'Answers before the commit.',
        permission: anyone,
        body: Body,
        output: Done,
        handle: async (session, { body }) => {
          const store = () => session.inWrite(session.actor, ({ db }) => db('hasty_write').insert({ id: body.id }));
          while (ahead >= mostAhead) await delay(5);
          ahead++;
          void delay(50)
            .then(store)
            .finally(() => ahead--);
          return {};
        },
      }),
    ],
  }),
});

const app = await createApp(readConfig(), { catalog: [hasty] });
process.stdout.write(`${await listen(app)}\n`);
