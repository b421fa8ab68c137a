import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { system } from '../../access/actor.ts';
import { peopleByIds } from '../../people/store/people.ts';
import { importAvailability } from '../commands/writeAvailability.ts';
import { whoCannot } from '../domain/whoCannot.ts';
import { timesOf } from '../queries/availability.ts';

eachApp('the time of people, as planners ask for it', (start) => {
  it('has their zones, imported hours and shared devices', async () => {
    const { app, school } = await start({ catalog: [] });
    const [ana, leo] = [await school.student({ zone: 'Asia/Kamchatka' }), await school.student()];
    const device = app.newId();
    await app.database.write(async (trx) => {
      await trx('people_device').insert({ id: device });
      await trx('people_person').whereIn('id', [ana.id, leo.id]).update({ sharedDeviceId: device });
    });
    const windows = [{ weekday: 1, from: '08:00', to: '24:00' }];
    const hours = [{ weekday: 1, from: '08:30', to: '14:00' }];
    await app.scopes.inWrite(system, async (scope) => {
      await importAvailability(scope, ana.id, { windows, hours });
      // What is left out stays.
      await importAvailability(scope, ana.id, { windows: [{ weekday: 1, from: '08:00', to: '20:00' }] });
    });
    const times = await timesOf({ peopleByIds }, app.database.reader, [ana.id, leo.id, app.newId()]);
    expect(times).to.have.deep.members([
      {
        personId: ana.id,
        availability: {
          zone: 'Asia/Kamchatka',
          weekly: [
            { kind: 'online', weekday: 1, from: '08:00', to: '20:00' },
            { kind: 'busy', weekday: 1, from: '08:30', to: '14:00' },
          ],
          exceptions: [],
        },
        sharesDeviceWith: [leo.id],
      },
      {
        personId: leo.id,
        availability: { zone: 'Europe/Madrid', weekly: [], exceptions: [] },
        sharesDeviceWith: [ana.id],
      },
    ]);
    const lesson = { startsAt: new Date('2026-09-06T21:00:00Z'), endsAt: new Date('2026-09-06T21:40:00Z') };
    expect(whoCannot(times, lesson).map(({ reason }) => reason)).to.deep.equal(['busy-at-home-school']);
  });
});
