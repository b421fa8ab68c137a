import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { say, talkingSchool } from './messages/talkingSchool.ts';

/*
 * Bar: messages acknowledged after their commit, 50 senders at once: at least 5x what the disk syncs a second, measured
 * in the same run, before and after. `npm run bench -- durableMessages [seconds]`
 */

const seconds = Number(process.argv[2] ?? 15);
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
const before = syncsASecond(dataDir);
const begun = performance.now();
let acknowledged = 0;
const cpuBefore = server.mainCpuSeconds();
await Promise.all(
  talkers.map(async (talker, nth) => {
    for (let one = 0; performance.now() - begun < seconds * 1000; one++)
      if ((await say(server.url, talker, threadIds[(nth + one) % threadIds.length] ?? '', `${nth}:${one}`)) === 200)
        acknowledged++;
  }),
);
const elapsed = (performance.now() - begun) / 1000;
const cpuMs = ((server.mainCpuSeconds() - cpuBefore) * 1000) / acknowledged;
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
      messagesASecond: Math.round(perSecond),
      fdatasyncASecond: Math.round(syncs),
      ratio: Math.round((perSecond / syncs) * 100) / 100,
      cpuMsAMessage: Math.round(cpuMs * 100) / 100,
    },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
