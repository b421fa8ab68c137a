import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Link } from '../../realtime/link.ts';
import { attemptFor } from '../attempt.ts';
import { createOutbox } from '../outbox.ts';
import { type Outgoing, openPersonStore, type PersonStore } from '../personStore.ts';

type Answer = readonly [status: number, body: object];

const problem = { title: 'Not here', remedy: 'Ask the tutor.' };
const refused = { ok: false, status: 403, problem };

describe('What waits on a device', () => {
  let server: Server;
  let store: PersonStore;
  /** What HTTP was asked for, and how it answers, one after the other. */
  let asked: unknown[];
  let answers: Answer[];
  /** The same of the line; nothing is no answer. */
  let told: unknown[];
  let lineAnswers: unknown[];
  let people = 0;

  beforeEach(async () => {
    [asked, answers, told, lineAnswers] = [[], [], [], []];
    store = await openPersonStore(`person-${++people}`);
    server = createServer(async (req, res) => {
      let text = '';
      for await (const piece of req) text += String(piece);
      asked.push([req.url, JSON.parse(text)]);
      const [status, body] = answers.shift() ?? [200, { by: 'http' }];
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    store.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  });

  const line: Pick<Link, 'ask'> = {
    ask: async (_event, sent) => {
      told.push(sent);
      return lineAnswers.shift();
    },
  };
  const entry = (id: string, way: Partial<Outgoing> = {}) => ({
    ...{ id, lane: 'talk', path: '/things', body: { clientId: id }, label: 'messages' },
    ...way,
  });
  const byLine = { line: { event: 'messages:send', params: { threadId: 't' } } } as const;

  /** Puts these in, and resolves when none of them waits any more. */
  async function sent(...entries: readonly ReturnType<typeof entry>[]) {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const done: [id: string, reply: unknown][] = [];
    const pauses: number[] = [];
    let end: () => void = () => undefined;
    const allSent = new Promise<void>((resolve) => {
      end = resolve;
    });
    const outbox = createOutbox({
      store,
      attempt: (outgoing) => attemptFor(line, url, outgoing),
      onChange: () =>
        void outbox.waiting().then((all) => {
          if (all.every((one) => one.refused) && done.length + all.length === entries.length) end();
        }),
      onDone: ({ id }, reply) => void done.push([id, reply]),
      now: () => 0,
      pause: async (ms) => void pauses.push(ms),
    });
    for (const one of entries) await outbox.put(one);
    await allSent;
    return { done, pauses, outbox };
  }

  it('goes over the line when that answers, and HTTP is not asked', async () => {
    lineAnswers = [{ ok: true, status: 200, body: { by: 'line' } }];
    const { done } = await sent(entry('a', byLine));
    expect(done).to.deep.equal([['a', { by: 'line' }]]);
    expect(told).to.deep.equal([{ params: { threadId: 't' }, body: { clientId: 'a' } }]);
    expect(asked).to.deep.equal([]);
  });

  it('goes over HTTP with the same id when the line does not answer, or answers nonsense', async () => {
    lineAnswers = [undefined, 'nonsense'];
    const { done } = await sent(entry('a', byLine), entry('b', byLine));
    expect(done).to.deep.equal([
      ['a', { by: 'http' }],
      ['b', { by: 'http' }],
    ]);
    expect(asked).to.deep.equal([
      ['/api/things', { clientId: 'a' }],
      ['/api/things', { clientId: 'b' }],
    ]);
  });

  it('goes over HTTP alone when it names no line', async () => {
    const { done } = await sent(entry('a'));
    expect(done).to.deep.equal([['a', { by: 'http' }]]);
    expect(told).to.deep.equal([]);
  });

  it('is sent again with the same id, after longer and longer pauses, until the server has answered', async () => {
    answers = [
      [500, problem],
      [429, problem],
      [401, problem],
      // A proxy's own page.
      [404, {}],
    ];
    lineAnswers = [{ ok: false, status: 503, problem }];
    const { done, pauses } = await sent(entry('a', byLine), entry('b'));
    expect(done.map(([id]) => id)).to.deep.equal(['a', 'b']);
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).to.equal(2);
    expect(pauses).to.deep.equal([500, 1000, 2000, 4000, 8000]);
  });

  it('stays with the reason when it is refused, by whichever way, and what comes after it goes on', async () => {
    lineAnswers = [refused];
    answers = [[422, problem]];
    const { done, outbox } = await sent(entry('a', byLine), entry('b'), entry('c'));
    expect(done).to.deep.equal([['c', { by: 'http' }]]);
    const waiting = await outbox.waiting();
    expect(waiting.map(({ id, refused: why }) => [id, why])).to.deep.equal([
      ['a', problem],
      ['b', problem],
    ]);
  });

  it('that was refused goes again when its author says so, and is gone when taken out', async () => {
    answers = [
      [422, problem],
      [422, problem],
    ];
    const { done, outbox } = await sent(entry('a'), entry('b'));
    await outbox.drop('b');
    await outbox.retry('a');
    while ((await outbox.waiting()).length > 0) await new Promise(setImmediate);
    expect(done).to.deep.equal([['a', { by: 'http' }]]);
  });
});
