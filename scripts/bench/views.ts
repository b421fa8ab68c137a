import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { listen } from '../../server/listen.ts';

/*
 * No bar of its own: what it costs a read that it is kept who looked. The same reads of a group with its students are asked for
 * in turns with and without the recorder, in one process; the writing of what was gathered is counted too.
 * Wants the DATA_DIR of a demo school: `DATA_DIR=… npx tsx scripts/bench/views.ts`.
 */

/** Requests of a round; a fixed number, so that a busy machine measures as much as a quiet one. */
const requests = 600;
const rounds = 5;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  const app = await createApp({ ...readConfig(), requestsPerMinute: 1e9 });
  const url = await listen(app);
  const cookie = await signIn(url);
  const { items } = await (await fetch(`${url}/api/groups`, { headers: { cookie } })).json();
  const path = `/api/groups/${items[0].id}`;
  const ask = async (amount: number): Promise<void> => {
    for (let at = 0; at < amount; at++) {
      const reply = await fetch(`${url}${path}`, { headers: { cookie } });
      if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
      await reply.arrayBuffer();
    }
  };
  const { saw } = app.views;
  const kept: Record<'with' | 'without', number[]> = { with: [], without: [] };
  await ask(300);
  for (let at = 0; at < rounds; at++)
    for (const how of ['with', 'without'] as const) {
      Object.assign(app.views, { saw: how === 'with' ? saw : () => undefined });
      const before = process.cpuUsage();
      await ask(requests);
      await app.views.flush();
      const { user, system } = process.cpuUsage(before);
      kept[how].push((user + system) / requests);
    }
  await app.close();
  const [withIt, without] = [middle(kept.with), middle(kept.without)];
  console.log(
    JSON.stringify({
      bench: 'views',
      ...{ microsWith: Math.round(withIt), microsWithout: Math.round(without) },
      costsMicros: Math.round(withIt - without),
      ratio: Number((withIt / without).toFixed(3)),
    }),
  );
}

async function signIn(url: string): Promise<string> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login: 'tutor@demo.example', password: 'demo-demo-demo' }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (!reply.ok || !cookie) throw new Error(`Signing in answered ${reply.status}`);
  return cookie;
}

await main();
