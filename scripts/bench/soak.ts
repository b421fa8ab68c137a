import { setTimeout as delay } from 'node:timers/promises';
import { connected, insideOf, manySockets, say, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: after the warm-up the server's memory grows by less than 1 MB a minute, with messages, reads, and clients that come
 * and go. `npm run bench -- soak [minutes]`; 20 minutes are the real one, 3 are a short form.
 */

const minutes = Number(process.argv[2] ?? 20);
const warmUpMinutes = Math.min(3, minutes / 3);
const { server, talkers, threadIds } = await talkingSchool(30, 10);
const join = async (nth: number) => {
  const talker = talkers[nth % talkers.length];
  if (!talker) throw new Error('Nobody to talk');
  const socket = await connected(server.url, talker);
  await socket.emitWithAck('join', { topic: 'messages.thread', key: threadIds[nth % threadIds.length] });
  return socket;
};
const sockets = await manySockets(300, join);
const samples: { readonly minute: number; readonly megabytes: number }[] = [];
const begun = performance.now();
const elapsed = (): number => (performance.now() - begun) / 60_000;
for (let nth = 0; elapsed() < minutes; nth++) {
  const talker = talkers[nth % talkers.length];
  const threadId = threadIds[nth % threadIds.length] ?? '';
  if (talker) await say(server.url, talker, threadId, `soak ${nth}`).catch(() => 0);
  const reply = await fetch(`${server.url}/api/messages/threads`, { headers: { cookie: talker?.cookie ?? '' } });
  await reply.arrayBuffer();
  if (nth % 5 === 0) {
    const at = (nth / 5) % sockets.length;
    sockets[at]?.disconnect();
    sockets[at] = await join(nth);
  }
  if (nth % 50 === 0) samples.push({ minute: elapsed(), megabytes: (await insideOf(server)).rssBytes / 2 ** 20 });
  await delay(40);
}
for (const socket of sockets) socket.disconnect();
await server.stop();

/** The straight line through the samples after the warm-up: megabytes a minute. */
const after = samples.filter(({ minute }) => minute >= warmUpMinutes);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const [x, y] = [mean(after.map(({ minute }) => minute)), mean(after.map(({ megabytes }) => megabytes))];
const slope =
  after.reduce((sum, one) => sum + (one.minute - x) * (one.megabytes - y), 0) /
  after.reduce((sum, one) => sum + (one.minute - x) ** 2, 0);
const passed = slope < 1;
const told = (value: number): number => Math.round(value * 100) / 100;
console.log(
  JSON.stringify(
    { bench: 'soak', passed, minutes, samples: after.length, megabytes: told(y), megabytesAMinute: told(slope) },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
