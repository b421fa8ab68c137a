import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';

eachApp('own language and zone', (start) => {
  it('are changed by the person and told by the session', async () => {
    const { school, signIn } = await start();
    const agent = await signIn(await school.person({ language: 'es', zone: 'Europe/Madrid' }));
    await agent.patch('/api/me').send({ language: 'ru' }).expect(200);
    await agent.patch('/api/me').send({ zone: 'Asia/Kamchatka' }).expect(200);
    const { body } = await agent.get('/api/session').expect(200);
    expect(body.person).to.include({ language: 'ru', zone: 'Asia/Kamchatka' });
  });

  it('are refused when there is no such zone, or somebody sends more', async () => {
    const { school, signIn } = await start();
    const agent = await signIn(await school.person());
    const { body } = await agent.patch('/api/me').send({ zone: 'Mars/Olympus', isActive: false }).expect(400);
    expect(body.issues.map((issue: { path: string[] }) => issue.path[0] ?? '')).to.include('zone');
  });

  it('are nobody’s without a session', async () => {
    const { visitor } = await start();
    await visitor().patch('/api/me').send({ language: 'ru' }).expect(401);
  });
});
