import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { notifyApi } from '../api.ts';

eachApp('Notices over HTTP', (start) => {
  it('are shown to their person with the child’s name, and counted until they are read', async () => {
    const one = await start();
    const guardian = await one.school.person();
    const student = await one.school.student({ givenName: 'Vera', familyName: 'Orlova' });
    await one.app.scopes.inWrite(system, (scope) =>
      one.app.api(notifyApi).tell(scope, {
        personIds: [guardian.id],
        kind: 'timetable.lesson-moved',
        aboutPersonId: student.id,
        params: { subject: 'Physics' },
        link: '/timetable',
        dedupeKey: 'lesson-moved:1',
      }),
    );
    const browser = await one.signIn(guardian);
    const { body } = await browser.get('/api/notices').expect(200);
    expect(body).to.deep.include({ unread: 1, next: null });
    expect(body.items[0].about.name).to.include('Orlova');

    const stranger = await one.signIn(await one.school.person());
    expect((await stranger.get('/api/notices').expect(200)).body).to.deep.equal({
      items: [],
      unread: 0,
      lookedAt: null,
      about: [],
      next: null,
    });
    await browser.post('/api/notices/read').send({ all: true }).expect(200, { unread: 0 });
  });

  it('refuse what does not fit, and who has no session', async () => {
    const one = await start();
    const browser = await one.signIn(await one.school.person());
    for (const body of [{}, { all: false }, { ids: [] }, { ids: ['x'] }, { all: true, ids: [] }])
      await browser.post('/api/notices/read').send(body).expect(400);
    for (const query of ['limit=0', 'limit=1000', 'after=x', 'person=1'])
      await browser.get(`/api/notices?${query}`).expect(400);
    await one.visitor().get('/api/notices').expect(401);
  });
});
