import { expect } from 'chai';
import type { Socket } from 'socket.io-client';
import { eachDialect } from '../../../tests/harness/eachDialect.ts';
import { quickest } from '../../../tests/harness/quickest.ts';
import { tablesOf } from '../../../tests/harness/template.ts';
import { connect } from '../../db/connect.ts';
import { createEventsModule } from '../../events/plugin.ts';
import { indexReactions } from '../../events/reactionIndex.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { type Miniature, miniature, recordingLog } from '../../events/tests/miniature.ts';
import { accessChanged } from '../../people/api.ts';
import { type Bus, createBus } from '../bus.ts';
import { createHub } from '../hub.ts';
import type { HubLimits } from '../limits.ts';
import { defineTopic } from '../topic.ts';
import { join, listening, outcome, SignedIn, visit } from './visitors.ts';

const modules = [createEventsModule(() => indexReactions([]))];
const anna = '01990000-0000-7000-8000-00000000000a';
const boris = '01990000-0000-7000-8000-00000000000b';

eachDialect('The realtime hub', ({ keep, empty }) => {
  interface Set {
    readonly mini: Miniature;
    readonly bus: Bus;
    readonly people: SignedIn;
    /** Who may watch the group besides everybody's own key. */
    readonly members: globalThis.Set<string>;
    readonly urls: readonly [string, string];
    visit(who: string, process?: 0 | 1): Promise<Socket>;
  }

  /** Two processes with a hub each: on SQLite they share the bus, on PostgreSQL the database carries it. */
  async function set(limits: Partial<HubLimits> = {}): Promise<Set> {
    const { config } = await empty(tablesOf(modules));
    const database = connect(config);
    keep(() => database.close());
    const log = recordingLog();
    const newBus = async (): Promise<Bus> => {
      const bus = createBus(database, config.dialect === 'postgres' ? { url: config.url, log } : { log });
      await bus.start();
      keep(() => bus.close());
      return bus;
    };
    const bus = await newBus();
    const buses = [bus, config.dialect === 'postgres' ? await newBus() : bus] as const;
    const mini = miniature({ database, bus });
    const people = new SignedIn();
    people.add(anna);
    people.add(boris);
    const members = new Set<string>([anna]);
    const topics = [
      defineTopic({ name: 'probe.own', mayWatch: async ({ actor }, key) => actor.personId === key }),
      defineTopic({ name: 'probe.group', mayWatch: async ({ actor }) => members.has(actor.personId) }),
      defineTopic({ name: 'probe.broken', mayWatch: async ({ db }) => db('no_such_table').first() }),
    ];
    const open = async (one: Bus): Promise<string> => {
      const { server, url, close } = await listening();
      keep(close);
      const hub = createHub({
        httpServer: server,
        bus: one,
        topics,
        authenticate: people.authenticate,
        inRead: mini.scopes.inRead,
        allowedOrigins: ['https://tutoria.example'],
        log,
        limits,
      });
      keep(() => hub.close());
      return url;
    };
    const urls = [await open(buses[0]), await open(buses[1])] as const;
    return {
      mini,
      bus,
      people,
      members,
      urls,
      async visit(who, process = 0) {
        const client = visit(urls[process], who);
        keep(async () => client.disconnect());
        expect(await outcome(client)).to.equal('connected');
        return client;
      },
    };
  }

  /** Everything that a client hears, as `changed probe.own:a`. */
  function heardBy(client: Socket): string[] {
    const heard: string[] = [];
    client.onAny((event: string, about?: { topic: string; key: string }) =>
      heard.push(about ? `${event} ${about.topic}:${about.key}` : event),
    );
    return heard;
  }

  const refused = (url: string, who: string, from?: string): Promise<string> => outcome(visit(url, who, from));

  it('lets nobody in without a session', async () => {
    const { urls } = await set();
    expect(await refused(urls[0], '')).to.equal('signed-out');
    expect(await refused(urls[0], 'forged')).to.equal('signed-out');
  });

  it('lets nobody in from another origin, or from none', async () => {
    const { urls } = await set();
    expect(await refused(urls[0], anna, 'https://evil.example')).to.equal('websocket error');
    expect(await refused(urls[0], anna, 'https://tutoria.example.evil.example')).to.equal('websocket error');
    expect(await refused(urls[0], anna, '')).to.equal('websocket error');
  });

  it('speaks over websockets only', async () => {
    const { urls } = await set();
    const headers = { origin: 'https://tutoria.example', cookie: `who=${anna}` };
    const reply = await fetch(`${urls[0]}/socket.io/?EIO=4&transport=polling`, { headers });
    expect(reply.status).to.equal(400);
  });

  it('tells watchers in every process what changed, after the commit, and nobody else', async () => {
    const { mini, ...one } = await set();
    const [here, there, other] = [await one.visit(anna), await one.visit(anna, 1), await one.visit(boris)];
    const heard = [here, there, other].map(heardBy);
    for (const client of [here, there])
      expect(await join(client, { topic: 'probe.own', key: anna })).to.deep.equal({ ok: true });
    await join(other, { topic: 'probe.own', key: boris });
    const topic = defineTopic({ name: 'probe.own', mayWatch: async () => false });
    const failing = mini.inWrite(async (scope) => {
      scope.touch(topic, boris);
      throw new Error('changed my mind');
    });
    await failing.catch(() => undefined);
    await mini.inWrite(async (scope) => scope.touch(topic, anna));
    await eventually('both hear', () => heard[0]?.length === 1 && heard[1]?.length === 1);
    expect(heard).to.deep.equal([[`changed probe.own:${anna}`], [`changed probe.own:${anna}`], []]);
  });

  it('passes hints on as progress', async () => {
    const { bus, ...one } = await set();
    const client = await one.visit(anna);
    await join(client, { topic: 'probe.own', key: anna });
    const progress = new Promise((resolve) => client.once('progress', resolve));
    await bus.publish({ topic: 'probe.own', key: anna, hint: { done: 1, total: 2 } });
    expect(await progress).to.deep.equal({ topic: 'probe.own', key: anna, progress: { done: 1, total: 2 } });
  });

  it('refuses foreign, unknown and malformed joins, and stays up', async () => {
    const one = await set({ topics: 1 });
    const client = await one.visit(boris);
    const malformed = { ok: false, why: 'malformed' };
    expect(await join(client, { topic: 'probe.own', key: anna })).to.deep.equal({ ok: false, why: 'refused' });
    expect(await join(client, { topic: 'probe.group', key: 'g' })).to.deep.equal({ ok: false, why: 'refused' });
    expect(await join(client, { topic: '__proto__', key: 'g' })).to.deep.equal({ ok: false, why: 'refused' });
    expect(await join(client, { topic: 'probe.broken', key: 'g' })).to.deep.equal({ ok: false, why: 'unavailable' });
    for (const body of [null, 'probe.own', { topic: 'probe.own' }, { topic: 'probe.own', key: boris, more: 1 }, [1]])
      expect(await join(client, body)).to.deep.equal(malformed);
    client.emit('join');
    client.emit('join', { topic: 'probe.own', key: boris }, 'not a function');
    client.emit('no such event', 1);
    expect(await join(client, { topic: 'probe.own', key: boris })).to.deep.equal({ ok: true });
    one.members.add(boris);
    expect(await join(client, { topic: 'probe.group', key: 'g' })).to.deep.equal({ ok: false, why: 'too-many' });
  });

  it('stops telling who left', async () => {
    const { bus, ...one } = await set();
    const client = await one.visit(anna);
    const heard = heardBy(client);
    await join(client, { topic: 'probe.own', key: anna });
    await join(client, { topic: 'probe.group', key: 'g' });
    await client.emitWithAck('leave', { topic: 'probe.own', key: anna });
    await bus.publish({ topic: 'probe.own', key: anna });
    await bus.publish({ topic: 'probe.group', key: 'g' });
    await eventually('the group is heard', () => heard.length > 0);
    expect(heard).to.deep.equal(['changed probe.group:g']);
  });

  it('cuts a client that floods', async () => {
    const one = await set();
    const client = await one.visit(anna);
    const gone = new Promise((resolve) => client.once('disconnect', resolve));
    for (let times = 0; times < 500; times++) client.emit('join', { topic: 'probe.own', key: boris });
    await gone;
    await one.visit(anna);
  });

  it('cuts a client that sends a big frame', async () => {
    const one = await set();
    const client = await one.visit(anna);
    expect(await join(client, { topic: 'probe.own', key: 'x'.repeat(20_000) })).to.equal('nothing');
    await one.visit(anna);
  });

  it('takes revoked topics away in every process within a second, and leaves the others', async () => {
    const { mini, members, bus, ...one } = await set({ recheckSeconds: 3600 });
    const clients = [await one.visit(anna), await one.visit(anna, 1)];
    const heard = clients.map(heardBy);
    const left = 'left probe.group:g';
    for (const client of clients) await join(client, { topic: 'probe.own', key: anna });
    const took = await quickest(1000, async () => {
      for (const events of heard) events.length = 0;
      members.add(anna);
      for (const client of clients) await join(client, { topic: 'probe.group', key: 'g' });
      members.delete(anna);
      const before = performance.now();
      await mini.inWrite(async (scope) => scope.emit(accessChanged, { personId: anna }));
      await eventually('both have left', () => heard.every((events) => events.includes(left)));
      return performance.now() - before;
    });
    expect(took).to.be.below(1000);
    await bus.publish({ topic: 'probe.group', key: 'g' });
    await bus.publish({ topic: 'probe.own', key: anna });
    await eventually('own news are heard', () => heard.every((events) => events.length === 2));
    for (const events of heard) expect(events).to.deep.equal([left, `changed probe.own:${anna}`]);
  });

  it('disconnects who is signed out, in every process within a second, and nobody else', async () => {
    const { people, bus, ...one } = await set({ recheckSeconds: 3600 });
    const other = await one.visit(boris, 1);
    const took = await quickest(1000, async () => {
      people.add(anna);
      const clients = [await one.visit(anna), await one.visit(anna, 1)];
      const heard = clients.map(heardBy);
      people.remove(anna);
      const before = performance.now();
      await bus.publish({ kind: 'session-ended', sessionId: `session-${anna}` });
      await eventually('both are gone', () => clients.every((client) => client.disconnected));
      expect(heard).to.deep.equal([['signed-out'], ['signed-out']]);
      return performance.now() - before;
    });
    expect(took).to.be.below(1000);
    expect(other.connected).to.equal(true);
  });

  it('finds by itself what no message told', async () => {
    const { people, members, ...one } = await set({ recheckSeconds: 1 });
    const [client, other] = [await one.visit(anna), await one.visit(boris)];
    members.add(boris);
    const heard = heardBy(other);
    await join(other, { topic: 'probe.group', key: 'g' });
    people.remove(anna);
    members.delete(boris);
    await eventually('the one is disconnected', () => client.disconnected);
    await eventually('the other has left', () => heard.includes('left probe.group:g'));
  });
});
