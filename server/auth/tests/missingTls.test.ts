import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { createLog } from '../../log.ts';

eachApp('Signing in on a server that does not know of its proxy', (start) => {
  it('is told once in the log, because nobody stays signed in', async () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info', mode: 'production' }, { write: (line) => void lines.push(line) });
    const { visitor } = await start({ config: { mode: 'production' }, log });
    for (const login of ['one', 'two'])
      await visitor().post('/api/session').send({ login, password: 'not theirs' }).expect(401);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('TRUST_PROXY');
    const proxied = await start({ config: { mode: 'production', trustProxy: 1 }, log });
    await proxied
      .visitor()
      .post('/api/session')
      .set('X-Forwarded-Proto', 'https')
      .send({ login: 'one', password: 'not theirs' })
      .expect(401);
    expect(lines).to.have.length(1);
  });
});
