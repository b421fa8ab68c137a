import { request } from 'node:http';
import type { Duplex } from 'node:stream';

/** A short text frame as clients send it; the mask of zeros leaves the text as it is. */
const frame = (text: string): Buffer => {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
};

/** Connects as a websocket client, joins one key, and then never reads again. */
export async function slowReader(
  url: string,
  headers: Readonly<Record<string, string>>,
  topic: string,
  key: string,
): Promise<Duplex> {
  const socket = await new Promise<Duplex>((resolve, reject) => {
    const handshake = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    handshake.once('upgrade', (_, opened) => resolve(opened));
    handshake.once('error', reject);
    handshake.end();
  });
  socket.on('error', () => undefined);
  const heard = (what: string) =>
    new Promise<void>((resolve) => {
      const listen = (chunk: Buffer): void => {
        if (!chunk.includes(what)) return;
        socket.off('data', listen);
        resolve();
      };
      socket.on('data', listen);
    });
  const connected = heard('40{');
  socket.write(frame('40'));
  await connected;
  const joined = heard('"ok":true');
  socket.write(frame(`421${JSON.stringify(['join', { topic, key }])}`));
  await joined;
  socket.pause();
  return socket;
}
