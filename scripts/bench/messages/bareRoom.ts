import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { news } from './text.ts';

/** The yardstick: ws alone, which speaks just enough of the protocol for the same clients. */
const http = createServer((request, response) => {
  const count = Number(new URL(request.url ?? '', 'http://bench').searchParams.get('count'));
  response.end();
  let said = 0;
  const some = (): void => {
    for (let nth = 0; nth < 20 && said < count; nth++, said++) {
      const text = `42${JSON.stringify(['news', { topic: 'bench.room', key: 'k', news }])}`;
      for (const socket of sockets.clients) socket.send(text);
    }
    if (said < count) setImmediate(some);
  };
  some();
});
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.send('0{"sid":"bench","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":16384}');
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '40') socket.send('40{"sid":"bench"}');
    else if (text.startsWith('420')) socket.send('430[{"ok":true}]');
  });
});
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
