import { expect } from 'chai';
import { io, type Socket } from 'socket.io-client';
import { v4 } from 'uuid';
import { emptyDatabase } from '../harness/emptyDatabase.ts';
import { keeping } from '../harness/keeping.ts';
import { tablesOfProduct } from '../harness/product.ts';
import { testSchool } from '../harness/testSchool.ts';
import { openApp, signedIn } from './processes/racingSchool.ts';
import { placeOf, startServer } from './processes/serverProcess.ts';

/** The origin of the client's own server while it is developed. */
const origin = 'http://localhost:5173';
const rounds = 6;

describe('Messages of many senders at two processes', function () {
  this.timeout(120_000);
  const keep = keeping();

  it('are numbered without a hole, each once, though both store sets of the same conversations in any order', async () => {
    const { config, remove } = await emptyDatabase('PostgreSQL', tablesOfProduct());
    keep(remove);
    const app = await openApp(config);
    keep(() => app.close());
    const servers = await Promise.all([startServer(placeOf(config)), startServer(placeOf(config))]);
    for (const server of servers) keep(server.stop);

    const school = testSchool(app);
    const people: { readonly id: string; readonly sockets: readonly Socket[] }[] = [];
    for (let nth = 0; nth < 6; nth++) {
      const { id } = await school.staff('tutor');
      const { cookie } = await signedIn(app, servers[0].url, id);
      const sockets = servers.map(({ url }) =>
        io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin } }),
      );
      people.push({ id, sockets });
      for (const socket of sockets) keep(async () => void socket.disconnect());
    }
    const threadIds = [1, 2, 3, 4].map(() => app.newId());
    const now = app.clock();
    await app.database.write(async (trx) => {
      for (const id of threadIds) {
        const facts = {
          kind: 'people',
          sameKey: id,
          isSupervised: false,
          isGuarded: false,
          createdById: people[0]?.id,
        };
        await trx('messages_thread').insert({ id, ...facts, createdAt: now });
        await trx('messages_member').insert(
          people.map(({ id: personId }) => ({ threadId: id, personId, joinedAt: now })),
        );
      }
    });

    const sent: { readonly threadId: string; readonly clientId: string }[] = [];
    const replies: { ok: boolean; body: { clientId: string; seq: number } }[] = [];
    await Promise.all(
      people.map(async ({ sockets }, person) => {
        for (let round = 0; round < rounds; round++) {
          // Each process hears of the conversations in an order of its own; one message goes to both at once.
          const orders = [threadIds, threadIds.toReversed()];
          const twice = { threadId: threadIds[(person + round) % 4] ?? '', clientId: v4() };
          const all = sockets.flatMap((socket, at) => {
            const own = (orders[at] ?? []).map((threadId) => ({ threadId, clientId: v4() }));
            sent.push(...own);
            return [...own, twice].map(({ threadId, clientId }) =>
              socket.emitWithAck('messages:send', { params: { threadId }, body: { clientId, text: 'x' } }),
            );
          });
          sent.push(twice);
          replies.push(...(await Promise.all(all)));
        }
      }),
    );

    expect(replies.filter(({ ok }) => !ok)).to.deep.equal([]);
    const stored: { threadId: string; clientId: string; seq: number }[] = await app.database
      .reader('messages_message')
      .select('threadId', 'clientId', 'seq');
    expect(stored.map(({ clientId }) => clientId).toSorted()).to.deep.equal(
      sent.map(({ clientId }) => clientId).toSorted(),
    );
    for (const threadId of threadIds) {
      const seqs = stored.flatMap((one) => (one.threadId === threadId ? one.seq : [])).toSorted((a, b) => a - b);
      expect(seqs).to.deep.equal(seqs.map((_, nth) => nth + 1));
      const thread = await app.database.reader('messages_thread').where({ id: threadId }).first('lastSeq');
      expect(thread.lastSeq).to.equal(seqs.length);
    }
    const seqOf = new Map(stored.map(({ clientId, seq }) => [clientId, seq]));
    expect(replies.filter(({ body }) => body.seq !== seqOf.get(body.clientId))).to.deep.equal([]);
    expect(servers.map((server) => server.log()).join('')).to.equal('');
  });
});
