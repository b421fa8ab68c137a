import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { startMeasured } from './process.ts';

/*
 * Bar: the processor time of a delivery, room of 30, is at most 2x that of bare ws; both in turns in one run. The hub's own
 * way is measured: a message of the bus becomes news for everybody who watches. `npm run bench -- socketCpu`
 */

const room = 30;
const messages = 2000;
const rounds = 3;

async function round(script: string): Promise<number> {
  const server = await startMeasured(script, [], { NODE_ENV: 'production' });
  const port = new URL(server.url).port;
  let heard = 0;
  const sockets = await Promise.all(
    Array.from(
      { length: room },
      () =>
        new Promise<WebSocket>((resolve) => {
          const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
            origin: 'http://bench',
          });
          socket.on('message', (data) => {
            const text = String(data);
            if (text.startsWith('0')) socket.send('40');
            else if (text.startsWith('40')) socket.send('420["join",{"topic":"bench.room","key":"k"}]');
            else if (text.startsWith('430')) resolve(socket);
            else if (text === '2') socket.send('3');
            else if (text.startsWith('42')) heard++;
          });
        }),
    ),
  );
  const ask = async (count: number): Promise<void> => {
    const wanted = heard + count * room;
    await fetch(`${server.url}/say?count=${count}`);
    for (let tries = 0; heard < wanted && tries < 6000; tries++) await delay(5);
    if (heard < wanted) throw new Error('Deliveries are missing');
  };
  await ask(500);
  const before = server.cpuSeconds();
  await ask(messages);
  const micros = ((server.cpuSeconds() - before) * 1e6) / (messages * room);
  for (const socket of sockets) socket.terminate();
  await server.stop();
  return micros;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const bare: number[] = [];
const hub: number[] = [];
for (let nth = 0; nth < rounds; nth++) {
  bare.push(await round('scripts/bench/messages/bareRoom.ts'));
  hub.push(await round('scripts/bench/messages/hubRoom.ts'));
}
const ratio = middle(hub) / middle(bare);
const passed = ratio <= 2;
const told = (value: number): number => Math.round(value * 100) / 100;
console.log(
  JSON.stringify(
    { bench: 'socket-cpu', passed, microsBare: told(middle(bare)), microsHub: told(middle(hub)), ratio: told(ratio) },
    null,
    2,
  ),
);
process.exit(passed ? 0 : 1);
