import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Actor } from '../access/actor.ts';
import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';
import type { ReadScope } from '../host/scope.ts';
import type { SetWriter } from '../http/sets/setWriter.ts';
import type { Bus } from './bus.ts';
import { createConnectionGuard } from './guardConnection.ts';
import { defaultLimits, type HubLimits, longestFrameBytes } from './limits.ts';
import type { BusMessage } from './message.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { answer, type ClientEvents, Saying, type ServerEvents, TopicKey } from './protocol.ts';
import { createRechecks, type Rechecks } from './rechecks.ts';
import type { Topic } from './topic.ts';
import { createWatcher, roomOf, type Watcher } from './watcher.ts';

export interface HubParts {
  readonly httpServer: HttpServer;
  readonly bus: Bus;
  readonly topics: readonly Topic[];
  /**
   * Who sent this handshake. Asked again with the same request whenever rights may have changed, so that it
   * must read the session and the grants afresh; undefined when the session is over.
   */
  authenticate(request: IncomingMessage): Promise<Actor | undefined>;
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  /** What sockets may write. */
  readonly writes?: SetWriter;
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  readonly limits?: Partial<HubLimits>;
}

export interface Hub {
  /** Disconnects everybody, who come back by themselves elsewhere or later; the http server is closed by whoever opened it. */
  close(): Promise<void>;
}

type HubServer = Server<ClientEvents, ServerEvents, Record<never, never>, Arrival>;
type HubSocket = Socket<ClientEvents, ServerEvents, Record<never, never>, Arrival>;

/** Who came, and how many revocations had been heard when that was read. */
interface Arrival {
  actor: Actor;
  revocations: number;
}

const tickMs = 1000;

/**
 * Tells open clients what changed. Clients connect by websocket only, with their session's cookie and from an
 * allowed origin; every join asks the topic. Whoever's rights change is asked again within a second, in every
 * process, and everybody from time to time.
 */
export function createHub(parts: HubParts): Hub {
  const { bus, log } = parts;
  const limits: HubLimits = { ...defaultLimits, ...parts.limits };
  const topics = new Map(parts.topics.map((topic) => [topic.name, topic]));
  const rechecks = createRechecks(limits, log);
  const guard = createConnectionGuard(limits, log);
  const io = newServer(parts);
  io.engine.on('connection', guard.watch);
  const newsroom = newsroomOf(io, parts);

  io.use((socket, next) => {
    void admit(socket, parts, rechecks.revocations()).then(next);
  });
  io.on('connection', (socket) => {
    const watcher = watch(socket, parts, limits);
    // Closed without a word, so that the client comes back by itself.
    rechecks.add(watcher, socket.data.revocations, () => socket.conn.close());
    socket.on('disconnect', () => rechecks.remove(watcher));
    listen(socket, watcher, topics, log);
    hearWords(socket, watcher, topics, parts, limits);
    hearWrites(socket, parts);
  });

  const stopMessages = bus.onMessage((message) => pass(message, { io, rechecks, newsroom, topics }));
  const stopGaps = bus.onGap(() => {
    io.emit('resync');
    void rechecks.all();
    void newsroom.sendHeads(topics.values());
  });
  const heading = setInterval(() => void newsroom.sendHeads(topics.values()), limits.headSeconds * 1000);
  const ticking = setInterval(() => {
    guard.nextSecond();
    void rechecks.tick();
  }, tickMs);

  return {
    async close() {
      clearInterval(ticking);
      clearInterval(heading);
      stopMessages();
      stopGaps();
      io.engine.close();
      await guard.closed();
    },
  };
}

function newServer({ httpServer, allowedOrigins }: HubParts): HubServer {
  const allowed = new Set(allowedOrigins);
  return new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: longestFrameBytes,
    connectTimeout: 5000,
    // `cors.origin` does not keep websockets of other origins out; browsers always send their origin.
    allowRequest: (request, done) => done(null, allowed.has(request.headers.origin ?? '')),
  });
}

/**
 * Finds out who came; what is returned is the refusal that the client hears. The count was read before: a
 * revocation that is heard meanwhile makes the socket be asked again.
 */
async function admit(
  socket: HubSocket,
  { authenticate, log }: HubParts,
  revocations: number,
): Promise<Error | undefined> {
  try {
    const actor = await authenticate(socket.request);
    if (actor?.kind !== 'person') return new Error('signed-out');
    Object.assign(socket.data, { actor, revocations } satisfies Arrival);
    return undefined;
  } catch (reason) {
    log.error({ failure: failureOf(reason) }, 'A realtime client could not be recognised');
    return new Error('unavailable');
  }
}

function watch(socket: HubSocket, parts: HubParts, limits: HubLimits): Watcher {
  return createWatcher({
    actor: socket.data.actor,
    mostTopics: limits.topics,
    authenticate: () => parts.authenticate(socket.request),
    inRead: parts.inRead,
    enter: (room) => void socket.join(room),
    exit: (room) => void socket.leave(room),
    tellLeft: (topic, key) => void socket.emit('left', { topic, key }),
    signOut() {
      socket.emit('signed-out');
      socket.disconnect(true);
    },
  });
}

function listen(socket: HubSocket, watcher: Watcher, topics: ReadonlyMap<string, Topic>, log: Log): void {
  socket.on('join', async (body, acknowledge) => {
    const asked = TopicKey.safeParse(body).data;
    const topic = asked && topics.get(asked.topic);
    if (!asked || !topic) return answer(acknowledge, { ok: false, why: asked ? 'refused' : 'malformed' });
    try {
      answer(acknowledge, await watcher.join(topic, asked.key));
    } catch (reason) {
      log.error({ topic: topic.name, failure: failureOf(reason) }, 'A topic could not be joined');
      answer(acknowledge, { ok: false, why: 'unavailable' });
    }
  });
  socket.on('leave', async (body, acknowledge) => {
    const asked = TopicKey.safeParse(body).data;
    if (asked) await watcher.leave(asked.topic, asked.key);
    answer(acknowledge, asked ? { ok: true } : { ok: false, why: 'malformed' });
  });
}

const newsroomOf = (io: HubServer, { inRead, log }: HubParts): Newsroom =>
  createNewsroom({
    inRead,
    log,
    hasWatchers: (room) => io.sockets.adapter.rooms.has(room),
    watchedKeys: ({ name }) => {
      const before = roomOf(name, '');
      return [...io.sockets.adapter.rooms.keys()].flatMap((room) =>
        room.startsWith(before) ? [room.slice(before.length)] : [],
      );
    },
    send: (topic, key, news) => void io.to(roomOf(topic.name, key)).emit('news', { topic: topic.name, key, news }),
    sendChanged: ({ name: topic }, key) => void io.to(roomOf(topic, key)).emit('changed', { topic, key }),
  });

/** Words of one watcher to the others; those that come too fast, and those of whoever has no say, are dropped. */
function hearWords(
  socket: HubSocket,
  watcher: Watcher,
  topics: ReadonlyMap<string, Topic>,
  { bus, log }: HubParts,
  { wordMs }: HubLimits,
): void {
  let isSilent = false;
  socket.on('say', async (body, acknowledge) => {
    const asked = Saying.safeParse(body).data;
    const topic = asked && topics.get(asked.topic);
    if (!asked || !topic) return answer(acknowledge, { ok: false, why: asked ? 'refused' : 'malformed' });
    if (isSilent) return answer(acknowledge, { ok: false, why: 'too-many' });
    isSilent = true;
    setTimeout(() => {
      isSilent = false;
    }, wordMs).unref();
    try {
      const { key, word } = asked;
      if (!(await watcher.maySay(topic, key, word))) return answer(acknowledge, { ok: false, why: 'refused' });
      await bus.publish({ topic: topic.name, key, hint: { word, by: watcher.actor.personId } });
      answer(acknowledge, { ok: true });
    } catch (reason) {
      log.error({ topic: topic.name, failure: failureOf(reason) }, 'A word could not be passed on');
      answer(acknowledge, { ok: false, why: 'unavailable' });
    }
  });
}

/** Writes are answered after their commit; who may, and whether the session lives, is asked for each. */
function hearWrites(socket: HubSocket, { writes }: HubParts): void {
  if (!writes) return;
  socket.onAny((event: string, body: unknown, acknowledge: unknown) => {
    if (!writes.events.has(event)) return;
    void writes.take(event, socket.request, body).then((reply) => {
      if (typeof acknowledge === 'function') acknowledge(reply);
    });
  });
}

interface Receivers {
  readonly io: HubServer;
  readonly rechecks: Rechecks;
  readonly newsroom: Newsroom;
  readonly topics: ReadonlyMap<string, Topic>;
}

function pass(message: BusMessage, { io, rechecks, newsroom, topics }: Receivers): void {
  if ('kind' in message) {
    rechecks.revoke(({ actor }) =>
      message.kind === 'access-changed' ? actor.personId === message.personId : actor.sessionId === message.sessionId,
    );
  } else {
    const { topic, key, hint } = message;
    const known = topics.get(topic);
    if (known?.news && hint !== undefined) newsroom.hear(known, key, hint);
    else if (hint === undefined) io.to(roomOf(topic, key)).emit('changed', { topic, key });
    else io.to(roomOf(topic, key)).emit('progress', { topic, key, progress: hint });
  }
}
