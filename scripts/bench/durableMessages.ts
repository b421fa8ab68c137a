import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { connected, say, sayOver, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: messages acknowledged after their commit, 50 senders at once, each with one under way: at least 5x what the disk
 * syncs a second, measured in the same run, before and after. Over the socket, as the client sends; `http` compares.
 * `npm run bench -- durableMessages [seconds] [http]`
 */

const seconds = Number(process.argv[2] ?? 15);
const isOverHttp = process.argv[3] === 'http';
const warmUpSeconds = 3;
const senders = 50;

/** Small writes a second that are on the disk when the call returns. */
function syncsASecond(dir: string): number {
  const file = openSync(join(dir, 'sync.probe'), 'w');
  const page = Buffer.alloc(4096, 1);
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < 2000) {
    writeSync(file, page, 0, page.length, (count % 256) * page.length);
    fdatasyncSync(file);
    count++;
  }
  closeSync(file);
  return count / ((performance.now() - begun) / 1000);
}

const { server, talkers, threadIds, dataDir } = await talkingSchool(senders, 10);
const sockets = isOverHttp ? [] : await Promise.all(talkers.map((talker) => connected(server.url, talker)));

/** All senders say one thing after the other; answers how many were acknowledged. */
async function sendFor(forSeconds: number): Promise<number> {
  const begun = performance.now();
  let acknowledged = 0;
  const sendOne = async (nth: number, text: string, threadId: string): Promise<number> => {
    const [talker, socket] = [talkers[nth], sockets[nth]];
    if (socket) return sayOver(socket, threadId, text);
    return talker ? say(server.url, talker, threadId, text) : 0;
  };
  await Promise.all(
    talkers.map(async (_, nth) => {
      for (let one = 0; performance.now() - begun < forSeconds * 1000; one++)
        if ((await sendOne(nth, `${nth}:${one}`, threadIds[(nth + one) % threadIds.length] ?? '')) === 200)
          acknowledged++;
    }),
  );
  return acknowledged;
}

await sendFor(warmUpSeconds);
const before = syncsASecond(dataDir);
const begun = performance.now();
const cpuBefore = server.mainCpuSeconds();
const own = process.cpuUsage();
const acknowledged = await sendFor(seconds);
const ownCpu = process.cpuUsage(own);
const elapsed = (performance.now() - begun) / 1000;
const cpuMs = ((server.mainCpuSeconds() - cpuBefore) * 1000) / acknowledged;
for (const socket of sockets) socket.disconnect();
await server.stop();
const syncs = (before + syncsASecond(dataDir)) / 2;
const perSecond = acknowledged / elapsed;
const passed = perSecond >= 5 * syncs;
console.log(
  JSON.stringify(
    {
      bench: 'durable-messages',
      passed,
      senders,
      over: isOverHttp ? 'http' : 'socket',
      messagesASecond: Math.round(perSecond),
      fdatasyncASecond: Math.round(syncs),
      ratio: Math.round((perSecond / syncs) * 100) / 100,
      cpuMsAMessage: Math.round(cpuMs * 1000) / 1000,
      /** Of the senders' own process: at 1 it is they who are the limit. */
      sendersCpuShare: Math.round((ownCpu.user + ownCpu.system) / elapsed / 10_000) / 100,
    },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
