import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { App } from '../../../server/app.ts';
import { testSchool } from '../../harness/testSchool.ts';
import { signedIn } from '../processes/racingSchool.ts';
import { type Place, type ServerProcess, startServer } from '../processes/serverProcess.ts';
import { cuttingProxy } from './cuttingProxy.ts';
import { type Device, openDevice } from './device.ts';
import { plainEmit } from './plainEmit.ts';

export interface ChaosSize {
  readonly devices: number;
  /** That each device sends. */
  readonly messages: number;
  /** Servers killed and started again, one after the other. */
  readonly kills: number;
  readonly processes: number;
  readonly seed: number;
}

/** What became of everything that was said. */
export interface ChaosVerdict {
  readonly sent: number;
  /** Never stored, or not on every device. */
  readonly lost: number;
  readonly doubled: number;
  /** Messages of one device that stand in another order than they were sent, or devices that differ. */
  readonly reordered: number;
  readonly cuts: number;
  /** Deliveries that the plain emit under the same cuts did not make. */
  readonly lostByPlainEmit: number;
  readonly serverLog: string;
}

/** Numbers from a seed, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 4) % below;
  };
}

/** Milliseconds between two messages of a device, at the most. */
const longestPause = 270;

/** Waits of 100 ms for what is still on its way. */
const mostTries = 600;

async function haveAll(devices: readonly Device[], count: number): Promise<boolean> {
  for (const device of devices) {
    await device.readBack();
    if ((await device.waiting()) > 0 || (device.known()?.messages.length ?? 0) < count) return false;
  }
  return true;
}

/** A browser that was killed while it kept the words has not kept them; whoever wrote them writes them again. */
async function sendBy(device: () => Promise<Device> | undefined, text: string): Promise<string> {
  for (;;) {
    const id = await device()
      ?.then((one) => one.send(text))
      .catch(() => undefined);
    if (id !== undefined) return id;
    await delay(20);
  }
}

/** Devices talk while connections are cut, swallowed, and servers and a device are killed. */
export async function chaos(app: App, place: Place, size: ChaosSize): Promise<ChaosVerdict> {
  const next = numbers(size.seed);
  const proxy = await cuttingProxy();
  const controlProxy = await cuttingProxy();
  const control = await plainEmit(size.devices);
  const servers: ServerProcess[] = [];
  for (let nth = 0; nth < size.processes; nth++) servers.push(await startServer(place));
  const lead = () => proxy.lead(servers.map(({ url }) => url));
  lead();
  controlProxy.lead([control.url]);
  let logs = '';
  try {
    const { threadId, people } = await conversation(app, servers[0]?.url ?? '', size.devices);
    const opening = people.map(({ id: personId, cookie }) => ({ url: proxy.url, cookie, personId, threadId }));
    const devices = opening.map((parts) => openDevice(parts));
    await Promise.all(devices);
    await control.open(controlProxy.url);

    // The first words of everybody fall into a hole, so that nothing depends on how quick this machine is.
    const firstHole = Promise.all([proxy, controlProxy].map((one) => one.blackHole(longestPause + 500)));
    const said: string[][] = opening.map(() => []);
    let isTalking = true;
    const talking = Promise.all(
      opening.map(async (_, nth) => {
        for (let one = 0; one < size.messages; one++) {
          await delay(20 + next(longestPause - 20));
          const text = `${nth}:${one}`;
          control.say(nth, text);
          said[nth]?.push(await sendBy(() => devices[nth], text));
        }
      }),
    ).finally(() => {
      isTalking = false;
    });

    await firstHole;
    let cuts = 1;
    let kills = 0;
    while (isTalking || kills < size.kills) {
      await delay(150 + next(450));
      const what = next(5);
      cuts++;
      if (what === 0) await Promise.all([proxy, controlProxy].map((one) => one.blackHole(200 + next(600))));
      else if (what === 1 && kills < size.kills) {
        const victim = kills++ % servers.length;
        controlProxy.cut();
        await servers[victim]?.kill();
        logs += servers[victim]?.log() ?? '';
        servers[victim] = await startServer(place);
        lead();
      } else if (what === 2) {
        // A browser is killed and opened again: what it kept is all that it has.
        const parts = opening[0];
        if (parts) {
          devices[0] =
            devices[0]?.then((before) => {
              before.kill();
              return openDevice(parts);
            }) ?? openDevice(parts);
        }
      } else for (const one of [proxy, controlProxy]) one.cut();
    }
    await talking;
    const ids = said.flat();
    const all = await Promise.all(devices);
    for (let tries = 0; tries < mostTries && !(await haveAll(all, ids.length)); tries++) await delay(100);

    const stored: { clientId: string; seq: number }[] = await app.database
      .reader('messages_message')
      .where({ threadId })
      .orderBy('seq')
      .select('clientId', 'seq');
    const order = stored.map(({ clientId }) => clientId);
    const heardByAll = all.map((device) => (device.known()?.messages ?? []).map(({ clientId }) => clientId));
    for (const device of all) device.kill();
    return {
      sent: ids.length,
      lost: ids.filter((id) => !order.includes(id) || heardByAll.some((heard) => !heard.includes(id))).length,
      doubled: [order, ...heardByAll].reduce((sum, list) => sum + list.length - new Set(list).size, 0),
      reordered:
        said.filter((mine) => order.filter((id) => mine.includes(id)).join() !== mine.join()).length +
        heardByAll.filter((heard) => heard.join() !== order.join()).length,
      cuts,
      lostByPlainEmit: control.heard.reduce((sum, heard) => sum + ids.length - heard.size, 0),
      serverLog: logs + servers.map((server) => server.log()).join(''),
    };
  } finally {
    await Promise.all([proxy.close(), controlProxy.close(), control.close()]);
    for (const server of servers) await server.stop();
  }
}

/** So many colleagues in one conversation. */
export async function conversation(app: App, url: string, count: number) {
  const school = testSchool(app);
  const people: { readonly id: string; readonly cookie: string }[] = [];
  for (let nth = 0; nth < count; nth++) {
    const { id } = await school.staff('tutor');
    people.push({ id, cookie: (await signedIn(app, url, id)).cookie });
  }
  const [first, ...others] = people;
  const reply = await fetch(`${url}/api/messages/threads`, {
    method: 'POST',
    headers: { cookie: first?.cookie ?? '', origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ personIds: others.map(({ id }) => id) }),
  });
  const { id: threadId } = z.object({ id: z.uuid() }).parse(await reply.json());
  return { threadId, people };
}
