import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';
import { conversation } from '../../tests/reliability/messaging/chaos.ts';
import { cuttingProxy } from '../../tests/reliability/messaging/cuttingProxy.ts';
import { type Device, openDevice } from '../../tests/reliability/messaging/device.ts';
import { placeOf, startServer } from '../../tests/reliability/processes/serverProcess.ts';
import { killPostgres } from './recovery/killPostgres.ts';

/*
 * Bar: after the app was killed, and started again by whoever watches over it, all clients are whole within 10 s; after
 * PostgreSQL was killed, within 30 s, without anybody doing anything to the app. Each of 20 devices says something just
 * before and just after the kill; whole means that every device has every message and is connected. The clock runs from
 * the kill, the server's own start included: `npm run build` first. `npm run bench -- recovery [devices]`
 */

const count = Number(process.argv[2] ?? 20);
const folder = (): string => mkdtempSync(join(tmpdir(), 'tutoria-recovery-'));

const isWhole = async (devices: readonly Device[], messages: number): Promise<boolean> => {
  for (const device of devices)
    if ((await device.waiting()) > 0 || (device.known()?.messages.length ?? 0) < messages) return false;
  return true;
};

/** Seconds until all devices are whole; those that are not after a minute and a half never will be. */
async function secondsUntilWhole(devices: readonly Device[], messages: number, begun: number): Promise<number> {
  while (!(await isWhole(devices, messages)) && performance.now() - begun < 90_000) await delay(50);
  return Math.round((performance.now() - begun) / 100) / 10;
}

type Kill = (parts: { restart(): Promise<void> }) => Promise<void>;

/** What the kill costs the clients. */
async function recover(database: DatabaseConfig, dataDir: string, kill: Kill) {
  const setUp = await createApp({ ...readConfig({ TUTORIA_MODE: 'test', DATA_DIR: dataDir }), database });
  const place = placeOf(database, dataDir);
  const proxy = await cuttingProxy();
  let server = await startServer(place);
  proxy.lead([server.url]);
  try {
    const { threadId, people } = await conversation(setUp, server.url, count);
    await setUp.close();
    const devices = await Promise.all(
      people.map(({ id, cookie }) => openDevice({ url: proxy.url, cookie, personId: id, threadId })),
    );
    const sayAll = (what: string) => Promise.all(devices.map((device, nth) => device.send(`${what} ${nth}`)));
    await sayAll('before');
    await secondsUntilWhole(devices, count, performance.now());
    await sayAll('just before');
    const begun = performance.now();
    const killing = kill({
      restart: async () => {
        await server.kill();
        proxy.cut();
        server = await startServer(place);
        proxy.lead([server.url]);
      },
    });
    await sayAll('just after');
    await killing;
    const upAfter = Math.round((performance.now() - begun) / 100) / 10;
    const wholeAfter = await secondsUntilWhole(devices, count * 3, begun);
    const isEverything = await isWhole(devices, count * 3);
    for (const device of devices) device.kill();
    return { devices: count, upAfter, wholeAfter, isEverything };
  } finally {
    await proxy.close();
    await server.stop();
  }
}

const dataDir = folder();
const app = await recover({ dialect: 'sqlite', file: join(dataDir, 'tutoria.db') }, dataDir, ({ restart }) =>
  restart(),
);
const cluster = await startPostgres('durable');
let restarted: { stop(): Promise<void> } | undefined;
const postgres = await recover({ dialect: 'postgres', url: cluster.url }, folder(), async () => {
  restarted = await killPostgres(cluster.url);
});
await restarted?.stop();
await cluster.stop();
const passed = app.isEverything && app.wholeAfter <= 10 && postgres.isEverything && postgres.wholeAfter <= 30;
console.log(
  JSON.stringify({ bench: 'recovery', passed, seconds: { appKilled: app, postgresKilled: postgres } }, null, 2),
);
process.exit(passed ? 0 : 1);
