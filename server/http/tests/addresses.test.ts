import { eachApp } from '../../../tests/harness/eachApp.ts';

eachApp('An address', (start) => {
  it('is found by its first word however it is written, and is unknown when none or nothing behind it fits', async () => {
    const { visitor } = await start();
    for (const found of ['/api/health', '/api/HEALTH', '/api/health/']) await visitor().get(found).expect(200);
    for (const unknown of ['/api', '/api/nothing', '/api/health/more', '/api/healthy', '/api//health'])
      await visitor().get(unknown).expect(404);
  });

  it('of a part of the client that an older build had is unknown, not a defect', async () => {
    const { visitor } = await start();
    await visitor().get('/assets/SettingsPage-0ldBu1ld.js').expect(404);
  });
});
