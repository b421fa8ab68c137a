import { createServer, type ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { patience } from '../patience.ts';

/** Whether a server closes the connection of somebody who sends a header and never ends, within some checks. */
async function isCutOff(options: ServerOptions): Promise<boolean> {
  const server = createServer(options, (_, res) => void res.end());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const drip = setInterval(() => socket.write('a: b\r\n'), 20);
  try {
    return await new Promise<boolean>((resolve) => {
      socket.on('error', () => undefined).on('close', () => resolve(true));
      socket.write('GET / HTTP/1.1\r\nhost: a\r\n');
      setTimeout(() => resolve(false), 1500);
    });
  } finally {
    clearInterval(drip);
    socket.destroy();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

describe('Whoever sends letter by letter', () => {
  it('is cut off, and would not be by a server without patience that ends', async () => {
    const quick = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 };
    expect(await isCutOff(quick)).to.equal(true);
    expect(await isCutOff({ ...quick, headersTimeout: 0, requestTimeout: 0 })).to.equal(false);
  });

  it('has time enough for the largest file on the weakest line', () => {
    const largestBits = 25 * 1024 * 1024 * 8;
    expect(patience.requestTimeout).to.be.greaterThan((largestBits / 400_000) * 1000);
  });
});

eachApp('The server', (start) => {
  it('has an end to its patience with slow senders', async () => {
    const { app } = await start();
    const { headersTimeout, requestTimeout } = app.server;
    expect({ headersTimeout, requestTimeout }).to.deep.equal({
      headersTimeout: patience.headersTimeout,
      requestTimeout: patience.requestTimeout,
    });
  });
});
