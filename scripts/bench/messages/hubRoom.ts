import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nobody } from '../../../server/access/actor.ts';
import { connect } from '../../../server/db/connect.ts';
import { createBus } from '../../../server/realtime/bus.ts';
import { createHub } from '../../../server/realtime/hub.ts';
import { defineTopic } from '../../../server/realtime/topic.ts';
import { news } from './text.ts';

/** The product's hub with one topic whose news need no database: what is measured is the way, not the reading. */
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const database = connect({ dialect: 'sqlite', file: join(mkdtempSync(join(tmpdir(), 'hub-')), 'hub.db') });
const bus = createBus(database, { log });
const http = createServer((request, response) => {
  const count = Number(new URL(request.url ?? '', 'http://bench').searchParams.get('count'));
  response.end();
  let said = 0;
  const some = (): void => {
    for (let nth = 0; nth < 20 && said < count; nth++, said++)
      void bus.publish({ topic: 'bench.room', key: 'k', hint: { seq: said } });
    if (said < count) setImmediate(some);
  };
  some();
});
createHub({
  httpServer: http,
  bus,
  topics: [
    defineTopic({
      name: 'bench.room',
      mayWatch: async () => true,
      news: { tell: async (_scope, _key, hints) => hints.map(() => news) },
    }),
  ],
  authenticate: async () => ({ ...nobody('en'), kind: 'person', personId: 'bench', sessionId: 'bench' }),
  inRead: (actor, work) =>
    work({ db: database.reader, dialect: 'sqlite', now: new Date(0), actor, newId: () => 'bench' }),
  allowedOrigins: ['http://bench'],
  log,
});
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
