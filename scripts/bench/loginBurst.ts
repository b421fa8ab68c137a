import { setTimeout as delay } from 'node:timers/promises';
import { talkingSchool } from './messages/talkingSchool.ts';
import { share, steadily } from './steadily.ts';

/*
 * Bar: while 20 people a second sign in for 60 s, the p99 of other routes at most doubles. The same requests come before
 * and after the burst; both together are the yardstick. `npm run bench -- loginBurst [seconds]`
 */

const seconds = Number(process.argv[2] ?? 60);
const quietSeconds = Math.max(5, seconds / 2);
const signInsASecond = 20;
const requestsASecond = 20;

const { server, talkers, threadIds, accounts } = await talkingSchool(30, 3, 'usual');
const headersOf = (nth: number) => ({ cookie: talkers[nth % talkers.length]?.cookie ?? '', origin: server.url });

/** Every tenth a write, as everywhere. */
async function ask(nth: number): Promise<void> {
  const at = `${server.url}/api/messages/threads/${threadIds[nth % threadIds.length]}`;
  const reply =
    nth % 10 === 0
      ? await fetch(`${at}/mark`, {
          method: 'PUT',
          headers: { ...headersOf(nth), 'content-type': 'application/json' },
          body: JSON.stringify({ readSeq: 0, deliveredSeq: 0 }),
        })
      : await fetch(nth % 2 ? `${server.url}/api/notices` : at, { headers: headersOf(nth) });
  await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`A request was answered ${reply.status}`);
}

let refused = 0;
async function signIn(nth: number): Promise<void> {
  const reply = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(accounts[nth % accounts.length]),
  });
  await reply.arrayBuffer();
  if (!reply.ok) refused++;
}

async function quietly(): Promise<readonly number[]> {
  const asking = steadily(requestsASecond, ask);
  await delay(quietSeconds * 1000);
  return asking.stop();
}

// Compiled code on both sides.
await quietly();
const idleFrom = server.mainCpuSeconds();
const before = await quietly();
const idleMs = ((server.mainCpuSeconds() - idleFrom) * 1000) / before.length;
const [mainFrom, allFrom] = [server.mainCpuSeconds(), server.cpuSeconds()];
const asking = steadily(requestsASecond, ask);
const signingIn = steadily(signInsASecond, signIn);
await delay(seconds * 1000);
const signIns = await signingIn.stop();
const during = await asking.stop();
const [mainMs, allMs] = [server.mainCpuSeconds() - mainFrom, server.cpuSeconds() - allFrom].map(
  (used) => (used * 1000 - idleMs * during.length) / signIns.length,
);
const after = await quietly();
await server.stop();

const quiet = [...before, ...after];
const ratio = Number((share(during, 0.99) / share(quiet, 0.99)).toFixed(2));
const passed = ratio <= 2 && refused === 0;
console.log(
  JSON.stringify(
    {
      ...{ bench: 'login-burst', passed, seconds, signIns: signIns.length, refused },
      // Of the thread that answers requests, and of the whole process, which checks passwords beside it.
      ...{ mainMsASignIn: Math.round(mainMs ?? 0), cpuMsASignIn: Math.round(allMs ?? 0) },
      ...{ p50Quiet: share(quiet, 0.5), p50During: share(during, 0.5) },
      ...{ p99Quiet: share(quiet, 0.99), p99During: share(during, 0.99), ratio, signInP99: share(signIns, 0.99) },
    },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
