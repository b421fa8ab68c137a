import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';

eachApp('Replies', (start) => {
  it('are made small for weak lines when they are long, and read the same', async () => {
    const visitor = (await start()).visitor();
    const small = await visitor.get('/api/openapi.json').set('Accept-Encoding', 'gzip').expect(200);
    expect(small.headers['content-encoding']).to.equal('gzip');
    const plain = await visitor.get('/api/openapi.json').set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).to.equal(undefined);
    expect(small.body).to.deep.equal(plain.body);
  });

  it('go as they are when they are short', async () => {
    const visitor = (await start()).visitor();
    const { headers } = await visitor.get('/api/health').set('Accept-Encoding', 'gzip').expect(200);
    expect(headers['content-encoding']).to.equal(undefined);
  });
});
