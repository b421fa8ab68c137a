import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { type Heard, type Listening, wallMs } from './messages/listeners.ts';
import { insideOf, quantile, say, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: one process with 1,500 sockets, 150 requests a second (10% writes) and 30 messages a second into rooms of 30:
 * p99 of requests under 300 ms, of deliveries under 500 ms, of the event loop's delay under 100 ms, and no 5xx.
 * The sockets live in a process of their own; how late the processes that ask and listen are themselves is told too.
 * `npm run bench -- socketLoad [seconds] [sockets]`
 */

const seconds = Number(process.argv[2] ?? 30);
const sockets = Number(process.argv[3] ?? 1500);
const roomSize = 30;
const requestsASecond = 150;
const messagesASecond = 30;
/** Compiled code, open connections: not counted. */
const warmUpSeconds = 5;

const { server, talkers, threadIds } = await talkingSchool(roomSize, Math.ceil(sockets / roomSize));
const { url } = server;
const listeners = fork(new URL('./messages/listeners.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
listeners.send({ url, talkers, threadIds, sockets } satisfies Listening);
await once(listeners, 'message');

const latencies: number[] = [];
/** How requests ended: with a status, or why they had none. */
const ends = new Map<string, number>();
const count = (end: number | string): void => void ends.set(String(end), (ends.get(String(end)) ?? 0) + 1);
const countFailed = (reason: unknown): void => count(codeOf(reason) ?? 'no-answer');

function codeOf(reason: unknown): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  return 'code' in reason && typeof reason.code === 'string' ? reason.code : codeOf(reason.cause);
}

const headersOf = (nth: number) => ({ cookie: talkers[nth % roomSize]?.cookie ?? '', origin: 'http://localhost:5173' });

/** Every tenth a write. */
async function request(nth: number): Promise<void> {
  const started = performance.now();
  const thread = `${url}/api/messages/threads/${threadIds[nth % threadIds.length]}`;
  const reply =
    nth % 10 === 0
      ? await fetch(`${thread}/mark`, {
          method: 'PUT',
          headers: { ...headersOf(nth), 'content-type': 'application/json' },
          body: JSON.stringify({ readSeq: 0, deliveredSeq: 0 }),
        })
      : await fetch(nth % 2 ? `${url}/api/notices` : `${thread}/changes?since=0&limit=20`, { headers: headersOf(nth) });
  await reply.arrayBuffer();
  latencies.push(performance.now() - started);
  count(reply.status);
}

/** Messages that were stored: each is to be heard by the whole room. */
let said = 0;
async function message(nth: number): Promise<void> {
  const talker = talkers[nth % roomSize];
  if (!talker) throw new Error('Nobody to talk');
  const status = await say(url, talker, threadIds[nth % threadIds.length] ?? '', `message ${nth} at ${wallMs()}`);
  if (status === 200) said++;
  count(status);
}

/** Spreads requests and messages evenly over so many seconds; resolves when all are answered. */
async function load(forSeconds: number): Promise<void> {
  const open: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let asked = 0, told = 0; performance.now() - begun < forSeconds * 1000; await delay(2)) {
    const elapsed = (performance.now() - begun) / 1000;
    for (; asked < elapsed * requestsASecond; asked++) open.push(request(asked).catch(countFailed));
    for (; told < elapsed * messagesASecond; told++) open.push(message(told).catch(countFailed));
  }
  await Promise.all(open);
}

await load(warmUpSeconds);
await delay(1000);
latencies.length = 0;
ends.clear();
said = 0;
listeners.send('forget');
const ownLoop = monitorEventLoopDelay({ resolution: 10 });
ownLoop.enable();
await insideOf(server);
const cpuBefore = server.cpuSeconds();
await load(seconds);
const cpuShare = (server.cpuSeconds() - cpuBefore) / seconds;
await delay(1000);
const { loopP99Ms, loopMostMs } = await insideOf(server);
ownLoop.disable();

/** A busy machine delivers late, which the delays tell; lost is only what never comes. */
async function allHeard(): Promise<Heard> {
  for (let tries = 0; ; tries++) {
    listeners.send('tell');
    const [heard] = (await once(listeners, 'message')) as [Heard];
    if (heard.delays.length >= said * roomSize || tries === 40) return heard;
    await delay(500);
  }
}
const { delays: deliveries, loopP99Ms: listenersLoopP99Ms } = await allHeard();
const failures = Object.fromEntries([...ends].filter(([end]) => !/^[234]../.test(end)));
const failed = Object.values(failures).reduce((sum, times) => sum + times, 0);
const figures = {
  sockets,
  requests: latencies.length,
  httpP50Ms: Math.round(quantile(latencies, 0.5)),
  httpP99Ms: Math.round(quantile(latencies, 0.99)),
  deliveries: deliveries.length,
  wantedDeliveries: said * roomSize,
  deliveryP50Ms: Math.round(quantile(deliveries, 0.5)),
  deliveryP99Ms: Math.round(quantile(deliveries, 0.99)),
  loopP99Ms: Math.round(loopP99Ms),
  loopMostMs: Math.round(loopMostMs),
  failed,
  failures,
  /** Of one processor. */
  serverCpuShare: Math.round(cpuShare * 100) / 100,
  /** Of the processes that ask and listen: where they are late, the figures above are too. */
  askersLoopP99Ms: Math.round(ownLoop.percentile(99) / 1e6),
  listenersLoopP99Ms: Math.round(listenersLoopP99Ms),
};
const passed =
  figures.httpP99Ms < 300 &&
  figures.deliveryP99Ms < 500 &&
  loopP99Ms < 100 &&
  failed === 0 &&
  deliveries.length >= figures.wantedDeliveries;
listeners.disconnect();
await server.stop();
console.log(JSON.stringify({ bench: 'socket-load', passed, seconds, ...figures }, null, 2));
process.exit(passed ? 0 : 1);
