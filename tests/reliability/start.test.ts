import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { eachDialect } from '../harness/eachDialect.ts';
import { emptyPlace } from './processes/emptyPlace.ts';
import { startServer } from './processes/serverProcess.ts';

eachDialect('A server that cannot listen', ({ empty, keep }) => {
  it('says so in a sentence and ends, instead of working where nobody reaches it', async () => {
    const somebodyElse = createServer().listen(0, '127.0.0.1');
    keep(async () => void somebodyElse.close());
    await once(somebodyElse, 'listening');
    const address = somebodyElse.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const said = await startServer({ ...(await emptyPlace({ empty })), env: { PORT: port } }).then(
      () => 'it has started',
      (reason: Error) => reason.message,
    );
    expect(said).to.equal(
      `The server ended while it started:\nPort ${port} is already in use. Set PORT to another one, or stop what listens there.\n`,
    );
  });
});
