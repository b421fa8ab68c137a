import { expect } from 'chai';
import { v7 } from 'uuid';
import { emptyDatabase } from '../../../tests/harness/emptyDatabase.ts';
import { tablesOf } from '../../../tests/harness/template.ts';
import { connect } from '../../db/connect.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { type LogLine, recordingLog } from '../../events/tests/miniature.ts';
import { type Bus, createBus } from '../bus.ts';
import { createHub } from '../hub.ts';
import { type BusMessage, decodeMessages, encodeMessages } from '../message.ts';
import { defineTopic } from '../topic.ts';
import { slowReader } from './slowReader.ts';
import { join, type Listening, listening, origin, outcome, SignedIn, visit } from './visitors.ts';

const anna = '01990000-0000-7000-8000-00000000000a';

describe('A realtime message', () => {
  const throughText = (messages: readonly BusMessage[]) => encodeMessages(messages).flatMap(decodeMessages);

  it('survives the way as text', () => {
    const message: BusMessage = { topic: 'jobs.job', key: 'k', hint: { done: 1, total: 2 } };
    expect(throughText([message])).to.deep.equal([message]);
  });

  it('loses a hint that is too large for PostgreSQL', () => {
    const texts = encodeMessages([{ topic: 'jobs.job', key: 'k', hint: 'я'.repeat(5000) }]);
    expect(texts).to.deep.equal(['{"topic":"jobs.job","key":"k"}']);
  });

  it('is refused when its key is no key', () => {
    expect(() => encodeMessages([{ topic: 'jobs.job', key: 'x'.repeat(9000) }])).to.throw(RangeError);
  });

  it('is one text with others that differ in their keys only, in the order of all', () => {
    const to = (key: string, head: number): BusMessage => ({ topic: 'a', key, hint: { head } });
    const messages = [to('1', 7), to('2', 7), { topic: 'b', key: '1' }, { topic: 'b', key: '2' }, to('1', 8)];
    expect(encodeMessages(messages)).to.have.length(3);
    expect(throughText(messages)).to.deep.equal(messages);
  });

  it('is one of as many texts as PostgreSQL needs, however many keys there are', () => {
    const messages = Array.from({ length: 1000 }, (): BusMessage => ({ topic: 'a', key: v7(), hint: 1 }));
    expect(Math.max(...encodeMessages(messages).map((text) => text.length))).to.be.below(8000);
    expect(throughText(messages)).to.deep.equal(messages);
  });

  for (const text of ['', 'nonsense', '1', '{"topic":1}', '{"kind":"something-new"}'])
    it(`is passed over when it is ${JSON.stringify(text)}`, () => {
      expect(decodeMessages(text)).to.deep.equal([]);
    });
});

describe('The bus over LISTEN and NOTIFY', () => {
  const closings: (() => Promise<unknown>)[] = [];
  const keep = (close: () => Promise<unknown>): void => void closings.push(close);
  afterEach(async () => {
    for (const close of closings.splice(0).toReversed()) await close();
  });

  async function open() {
    const { config, remove } = await emptyDatabase('PostgreSQL', tablesOf([]));
    keep(remove);
    const database = connect(config);
    keep(() => database.close());
    if (config.dialect !== 'postgres') throw new Error('This needs PostgreSQL');
    const lines: LogLine[] = [];
    const bus = createBus(database, { url: config.url, log: recordingLog(lines), firstRetryMs: 20 });
    await bus.start();
    keep(() => bus.close());
    const killListener = () =>
      database.reader.raw(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'tutoria-realtime'`,
      );
    return { database, bus, lines, killListener };
  }

  const messagesOf = (bus: Bus): BusMessage[] => {
    const heard: BusMessage[] = [];
    bus.onMessage((message) => void heard.push(message));
    return heard;
  };

  it('sends with the commit, in order, and nothing of what was rolled back', async () => {
    const { database, bus } = await open();
    const heard = messagesOf(bus);
    const failing = database.write(async (trx) => {
      await bus.publishIn(trx, [{ topic: 'a', key: 'rolled back' }]);
      throw new Error('changed my mind');
    });
    await failing.catch(() => undefined);
    await database.write(async (trx) => {
      await bus.publishIn(trx, [{ topic: 'a', key: '1' }]);
      await bus.publishIn(trx, [
        { topic: 'b', key: '2' },
        { topic: 'a', key: '3' },
        { topic: 'a', key: '4' },
      ]);
      expect(heard).to.deep.equal([]);
    });
    await eventually('all are heard', () => heard.length === 4);
    expect(heard).to.deep.equal([
      { topic: 'a', key: '1' },
      { topic: 'b', key: '2' },
      { topic: 'a', key: '3' },
      { topic: 'a', key: '4' },
    ]);
  });

  it('recovers by itself when its backend is killed, again and again, and tells of each gap', async () => {
    const { bus, killListener } = await open();
    const heard = messagesOf(bus);
    let gaps = 0;
    bus.onGap(() => gaps++);
    for (const times of [1, 2, 3]) {
      await killListener();
      await eventually('the gap is told', () => gaps === times);
      const key = v7();
      await bus.publish({ topic: 'a', key });
      await eventually('messages are heard again', () => heard.some((one) => 'key' in one && one.key === key));
    }
  });

  it('goes on when one of its listeners throws', async () => {
    const { bus, lines } = await open();
    bus.onMessage(() => {
      throw new Error('a broken listener');
    });
    const heard = messagesOf(bus);
    await bus.publish({ topic: 'a', key: '1' });
    await eventually('the other hears', () => heard.length === 1);
    expect(lines.map(({ level }) => level)).to.deep.equal(['error']);
  });

  /** A hub on this bus, where Anna may watch her own key. */
  async function hubOn(
    opened: Awaited<ReturnType<typeof open>>,
    authenticate: SignedIn['authenticate'],
  ): Promise<Listening> {
    const http = await listening();
    keep(http.close);
    const hub = createHub({
      httpServer: http.server,
      bus: opened.bus,
      topics: [defineTopic({ name: 'probe.own', mayWatch: async ({ actor }, key) => actor.personId === key })],
      authenticate,
      inRead: (actor, work) =>
        work({ db: opened.database.reader, dialect: 'postgres', now: new Date(0), actor, newId: () => v7() }),
      allowedOrigins: [origin],
      log: recordingLog(opened.lines),
      limits: { waitingBytes: 64 * 1024, revocationMs: 200 },
    });
    keep(() => hub.close());
    return http;
  }

  const people = new SignedIn();
  people.add(anna);

  it('has clients ask for everything again after a gap', async () => {
    const opened = await open();
    const { url } = await hubOn(opened, people.authenticate);
    const client = visit(url, anna);
    keep(async () => client.disconnect());
    expect(await outcome(client)).to.equal('connected');
    const resync = new Promise<void>((resolve) => client.once('resync', resolve));
    await opened.killListener();
    await resync;
    expect(await join(client, { topic: 'probe.own', key: anna })).to.deep.equal({ ok: true });
  });

  it('has a client cut that does not read, and no other', async () => {
    const opened = await open();
    const { url } = await hubOn(opened, people.authenticate);
    const good = visit(url, anna);
    keep(async () => good.disconnect());
    await outcome(good);
    const slow = await slowReader(url, { origin, cookie: `who=${anna}` }, 'probe.own', anna);
    keep(async () => slow.destroy());
    const isCut = () => opened.lines.some(({ details }) => 'why' in details && details.why === 'does not read');
    for (let times = 0; times < 5000 && !isCut(); times++)
      await opened.bus.publish({ topic: 'probe.own', key: anna, hint: 'x'.repeat(7000) });
    await eventually('the slow one is cut', isCut);
    expect(good.connected).to.equal(true);
  });

  it('has a client disconnected whose rights cannot be read after a revocation', async () => {
    const opened = await open();
    let isStuck = false;
    const { url } = await hubOn(opened, (request) =>
      isStuck ? new Promise(() => undefined) : people.authenticate(request),
    );
    const client = visit(url, anna);
    await outcome(client);
    isStuck = true;
    await opened.bus.publish({ kind: 'access-changed', personId: anna });
    await eventually('it is disconnected', () => client.disconnected);
  });
});
