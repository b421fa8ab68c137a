import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { notifyApi } from '../api.ts';
import { longestOf, quietUntil, usualQuietHours } from '../domain/quietHours.ts';

describe('Quiet hours', () => {
  const night = usualQuietHours;
  const nap = { fromTime: '13:00', toTime: '15:30' };
  const table: readonly (readonly [string, typeof night | undefined, string, string, string | undefined])[] = [
    ['in the evening end in the morning', night, 'Europe/Madrid', '2026-09-07T19:00:00Z', '2026-09-08T05:00:00Z'],
    ['after midnight end the same morning', night, 'Europe/Madrid', '2026-09-08T04:59:00Z', '2026-09-08T05:00:00Z'],
    ['are over when they end', night, 'Europe/Madrid', '2026-09-08T05:00:00Z', undefined],
    ['have not begun a minute before', night, 'Europe/Madrid', '2026-09-07T18:59:00Z', undefined],
    ['follow the zone', night, 'America/Mexico_City', '2026-09-08T03:00:00Z', '2026-09-08T13:00:00Z'],
    ['may lie within a day', nap, 'Europe/Moscow', '2026-09-08T11:00:00Z', '2026-09-08T12:30:00Z'],
    ['within a day leave the night open', nap, 'Europe/Moscow', '2026-09-08T20:00:00Z', undefined],
    ['are an hour shorter in spring', night, 'Europe/Madrid', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
    ['are an hour longer in autumn', night, 'Europe/Madrid', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
    [
      'that end in the hour that clocks skip end when they have',
      { fromTime: '21:00', toTime: '02:30' },
      'Europe/Madrid',
      '2026-03-28T22:00:00Z',
      '2026-03-29T01:30:00Z',
    ],
    ['of those who want none are none', undefined, 'Europe/Madrid', '2026-09-07T23:00:00Z', undefined],
  ];
  for (const [title, hours, zone, now, until] of table)
    it(title, () => expect(quietUntil(hours, new Date(now), zone)?.toISOString().replace('.000', '')).to.equal(until));

  it('of two schools are the longer ones', () => {
    expect(longestOf([{ fromTime: '22:00', toTime: '06:00' }, night, nap])).to.deep.equal(night);
    expect(longestOf([])).to.equal(undefined);
  });
});

eachApp('Quiet hours over HTTP', (start) => {
  it('are the person’s own, else the child’s school’s, else the usual ones', async () => {
    const one = await start({ at: '2026-09-07T18:30:00Z' });
    const { school, app } = one;
    const homeSchool = await school.homeSchool({ zone: 'Europe/Madrid' });
    const student = await school.student({ homeSchoolId: homeSchool.id });
    const [usual, own, open] = [
      await school.guardian(student),
      await school.guardian(student),
      await school.guardian(student),
    ];
    const stranger = await school.person();
    const coordinator = await one.signIn(await school.staff('coordinator', { homeSchoolId: homeSchool.id }));
    const hours = { kind: 'own', fromTime: '20:00', toTime: '08:00' };
    const { body: set } = await coordinator
      .put(`/api/home-schools/${homeSchool.id}/quiet-hours`)
      .send(hours)
      .expect(200);
    expect(set.items).to.deep.equal([
      { homeSchoolId: homeSchool.id, name: homeSchool.name, fromTime: '20:00', toTime: '08:00', isOwn: true },
    ]);
    const ownBrowser = await one.signIn(own);
    const chosen = { kind: 'own', fromTime: '23:00', toTime: '06:00' };
    const { body: mine } = await ownBrowser.put('/api/me/quiet-hours').send(chosen).expect(200);
    expect(mine).to.deep.equal({
      choice: chosen,
      usual: { fromTime: '20:00', toTime: '08:00' },
      zone: 'Europe/Madrid',
    });
    await (await one.signIn(open)).put('/api/me/quiet-hours').send({ kind: 'never' }).expect(200);

    const quiet = await app.scopes.inRead(system, (scope) =>
      app.api(notifyApi).quietAmong(
        scope,
        [usual, own, open, stranger, student].map(({ id }) => id),
      ),
    );
    expect([...quiet.keys()]).to.have.members([usual.id, student.id]);
    expect(quiet.get(usual.id)?.toISOString()).to.equal('2026-09-08T06:00:00.000Z');

    await ownBrowser.put('/api/me/quiet-hours').send({ kind: 'usual' }).expect(200);
    await coordinator.put(`/api/home-schools/${homeSchool.id}/quiet-hours`).send({ kind: 'usual' }).expect(200);
    const { body } = await ownBrowser.get('/api/me/quiet-hours').expect(200);
    expect(body).to.deep.include({ choice: { kind: 'usual' }, usual: { fromTime: '21:00', toTime: '07:00' } });
  });

  it('are set for a school by its coordinator only, are never empty, and the change is written down', async () => {
    const one = await start();
    const { school, app } = one;
    const [here, there] = [await school.homeSchool(), await school.homeSchool()];
    const coordinator = await one.signIn(await school.staff('coordinator', { homeSchoolId: here.id }));
    const hours = { kind: 'own', fromTime: '20:00', toTime: '08:00' };
    await coordinator.put(`/api/home-schools/${there.id}/quiet-hours`).send(hours).expect(403);
    await coordinator.put(`/api/home-schools/${app.newId()}/quiet-hours`).send(hours).expect(404);
    await (await one.signIn(await school.person())).get('/api/quiet-hours').expect(403);
    for (const bad of [{ kind: 'never' }, { ...hours, toTime: '20:00' }, { ...hours, fromTime: '25:00' }, {}])
      await coordinator.put(`/api/home-schools/${here.id}/quiet-hours`).send(bad).expect(400);
    await coordinator.put(`/api/home-schools/${here.id}/quiet-hours`).send(hours).expect(200);
    expect(await app.database.reader('audit_entry').where({ entityId: here.id }).pluck('act')).to.deep.equal([
      'notify.school-hours-set',
    ]);
  });
});
