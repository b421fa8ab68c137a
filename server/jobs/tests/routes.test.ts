import { expect } from 'chai';
import { v7 } from 'uuid';
import { z } from 'zod';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { nobody } from '../../access/actor.ts';
import { defineJob } from '../job.ts';

const unknownElsewhere = defineJob({ name: 'probe.wait', input: z.null(), run: async () => null });

eachApp('Jobs over HTTP', (start) => {
  it('are shown to and cancelled by their owner, and unknown to others', async () => {
    const one = await start();
    const owner = await one.school.person();
    const actor = { ...nobody('en'), kind: 'person', personId: owner.id } as const;
    const id = await one.app.scopes.inWrite(actor, async (scope) => scope.enqueue(unknownElsewhere, null));
    const browser = await one.signIn(owner);
    const stranger = await one.signIn(await one.school.person());

    expect((await browser.get(`/api/jobs/${id}`).expect(200)).body).to.deep.include({
      state: 'queued',
      kind: 'probe.wait',
      may: { cancel: true },
    });
    await stranger.get(`/api/jobs/${id}`).expect(404);
    await stranger.post(`/api/jobs/${id}/cancel`).expect(404);
    expect((await browser.post(`/api/jobs/${id}/cancel`).expect(200)).body).to.include({ state: 'cancelled' });
    await browser.get(`/api/jobs/${v7()}`).expect(404);
    await browser.get('/api/jobs/x').expect(400);
    await one.visitor().get(`/api/jobs/${id}`).expect(401);
  });
});
