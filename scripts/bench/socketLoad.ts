import { setTimeout as delay } from 'node:timers/promises';
import { connected, insideOf, manySockets, quantile, say, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: one process with 1,500 sockets, 150 requests a second (10% writes) and 30 messages a second into rooms of 30:
 * p99 of requests under 300 ms, of deliveries under 500 ms, of the event loop's delay under 100 ms, and no 5xx.
 * `npm run bench -- socketLoad [seconds] [sockets]`
 */

const seconds = Number(process.argv[2] ?? 30);
const socketCount = Number(process.argv[3] ?? 1500);
const roomSize = 30;
const requestsASecond = 150;
const messagesASecond = 30;

const { server, talkers, threadIds } = await talkingSchool(roomSize, Math.ceil(socketCount / roomSize));
const { url } = server;
const deliveries: number[] = [];
const sentAt = new Map<string, number>();
const textOf = (news: unknown): string[] =>
  typeof news === 'object' && news && 'items' in news && Array.isArray(news.items)
    ? news.items.map((item: { text: string }) => item.text)
    : [];

const sockets = await manySockets(socketCount, async (nth) => {
  const talker = talkers[nth % roomSize];
  const threadId = threadIds[Math.floor(nth / roomSize)];
  if (!talker) throw new Error('Nobody to talk');
  const socket = await connected(url, talker);
  socket.on('news', ({ topic, news }: { topic: string; news: unknown }) => {
    if (topic !== 'messages.thread') return;
    for (const text of textOf(news)) deliveries.push(performance.now() - (sentAt.get(text) ?? performance.now()));
  });
  await socket.emitWithAck('join', { topic: 'messages.thread', key: threadId });
  if (nth < roomSize) await socket.emitWithAck('join', { topic: 'messages.person', key: talker.id });
  return socket;
});

const latencies: number[] = [];
const statuses = new Map<number, number>();
const waiting: Promise<unknown>[] = [];
const headersOf = (nth: number) => ({ cookie: talkers[nth % roomSize]?.cookie ?? '', origin: 'http://localhost:5173' });

async function request(nth: number): Promise<void> {
  const started = performance.now();
  const threadId = threadIds[nth % threadIds.length];
  const isWrite = nth % 10 === 0;
  const reply = isWrite
    ? await fetch(`${url}/api/messages/threads/${threadId}/mark`, {
        method: 'PUT',
        headers: { ...headersOf(nth), 'content-type': 'application/json' },
        body: JSON.stringify({ readSeq: 0, deliveredSeq: 0 }),
      })
    : await fetch(`${url}/api/${nth % 2 ? 'notices' : `messages/threads/${threadId}/changes?since=0&limit=20`}`, {
        headers: headersOf(nth),
      });
  await reply.arrayBuffer();
  latencies.push(performance.now() - started);
  statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
}

async function message(nth: number): Promise<void> {
  const text = `message ${nth}`;
  sentAt.set(text, performance.now());
  const talker = talkers[nth % roomSize];
  const status = talker ? await say(url, talker, threadIds[nth % threadIds.length] ?? '', text) : 0;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

await insideOf(server);
const begun = performance.now();
for (let sent = 0, said = 0; performance.now() - begun < seconds * 1000; await delay(5)) {
  const elapsed = (performance.now() - begun) / 1000;
  for (; sent < elapsed * requestsASecond; sent++) waiting.push(request(sent).catch(() => undefined));
  for (; said < elapsed * messagesASecond; said++) waiting.push(message(said).catch(() => undefined));
}
await Promise.all(waiting);
await delay(1000);
const { loopP99Ms } = await insideOf(server);
const failed = [...statuses]
  .filter(([status]) => status >= 500 || status === 0)
  .reduce((sum, [, count]) => sum + count, 0);
const figures = {
  sockets: sockets.length,
  requests: latencies.length,
  httpP99Ms: Math.round(quantile(latencies, 0.99)),
  deliveries: deliveries.length,
  wantedDeliveries: sentAt.size * roomSize,
  deliveryP99Ms: Math.round(quantile(deliveries, 0.99)),
  loopP99Ms: Math.round(loopP99Ms),
  failed,
};
const passed =
  figures.httpP99Ms < 300 &&
  figures.deliveryP99Ms < 500 &&
  loopP99Ms < 100 &&
  failed === 0 &&
  deliveries.length >= figures.wantedDeliveries;
for (const socket of sockets) socket.disconnect();
await server.stop();
console.log(JSON.stringify({ bench: 'socket-load', passed, seconds, ...figures }, null, 2));
process.exit(passed ? 0 : 1);
