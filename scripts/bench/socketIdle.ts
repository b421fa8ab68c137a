import { connected, insideOf, manySockets, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: 5,000 idle sockets are connected within 30 s and take less than 75 KB each.
 * `npm run bench -- socketIdle [sockets]`
 */

const count = Number(process.argv[2] ?? 5000);
const { server, talkers } = await talkingSchool(10, 1);
const before = await insideOf(server);
const started = performance.now();
const sockets = await manySockets(
  count,
  async (nth) => {
    const talker = talkers[nth % talkers.length];
    if (!talker) throw new Error('Nobody to connect');
    return connected(server.url, talker);
  },
  100,
);
const seconds = (performance.now() - started) / 1000;
const after = await insideOf(server);
const kilobytesEach = (after.rssBytes - before.rssBytes) / 1024 / count;
const passed = seconds <= 30 && kilobytesEach < 75;
for (const socket of sockets) socket.disconnect();
await server.stop();
const round = (value: number): number => Math.round(value * 10) / 10;
console.log(
  JSON.stringify(
    { bench: 'socket-idle', passed, sockets: count, seconds: round(seconds), kilobytesEach: round(kilobytesEach) },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
