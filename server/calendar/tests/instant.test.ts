import { expect } from 'chai';
import { isZone } from '../../host/isZone.ts';
import { instantOf, localOf } from '../domain/instant.ts';

const once = (at: string) => ({ kind: 'once', at: new Date(at) });

describe('the instant of a wall time', () => {
  const cases = [
    ['2026-09-01', '08:30', 'Europe/Madrid', once('2026-09-01T06:30:00Z')],
    ['2026-12-01', '08:30', 'Europe/Madrid', once('2026-12-01T07:30:00Z')],
    ['2026-09-01', '24:00', 'Asia/Kamchatka', once('2026-09-01T12:00:00Z')],
    ['2026-07-01', '08:30', 'America/Mexico_City', once('2026-07-01T14:30:00Z')],
    ['2026-07-01', '00:00', 'UTC', once('2026-07-01T00:00:00Z')],
    ['2026-03-29', '02:30', 'Europe/Madrid', { kind: 'skipped', instead: { on: '2026-03-29', time: '03:30' } }],
    ['2026-03-29', '03:00', 'Europe/Madrid', once('2026-03-29T01:00:00Z')],
    [
      '2026-10-25',
      '02:30',
      'Europe/Madrid',
      { kind: 'repeated', at: new Date('2026-10-25T00:30:00Z'), again: new Date('2026-10-25T01:30:00Z') },
    ],
    ['2026-10-25', '03:00', 'Europe/Madrid', once('2026-10-25T02:00:00Z')],
    ['2011-12-30', '12:00', 'Pacific/Apia', { kind: 'skipped', instead: { on: '2011-12-31', time: '12:00' } }],
  ] as const;
  for (const [on, time, zone, expected] of cases) {
    it(`of ${on} ${time} in ${zone} is ${expected.kind}`, () => {
      expect(instantOf({ on, time }, zone)).to.deep.equal(expected);
    });
  }

  it('leads back to the wall time', () => {
    expect(localOf(new Date('2026-10-25T01:30:00Z'), 'Europe/Madrid')).to.deep.equal({
      on: '2026-10-25',
      time: '02:30',
    });
  });

  for (const [on, time] of [
    ['2026-02-30', '08:30'],
    ['2026-02-03', '24:30'],
    ['2026-02-03', '8:30'],
    ['tomorrow', '08:30'],
  ] as const) {
    it(`refuses ${on} ${time}`, () => {
      expect(() => instantOf({ on, time }, 'UTC')).to.throw(RangeError);
    });
  }
});

describe('a zone name', () => {
  for (const name of ['Europe/Madrid', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5', 'Asia/Kamchatka']) {
    it(`${name} is known`, () => expect(isZone(name)).to.equal(true));
  }
  for (const name of ['', 'Madrid', 'Europe/Atlantis', '+03:00', 'local', 'system', 'Europe/Madrid ']) {
    it(`'${name}' is refused`, () => expect(isZone(name)).to.equal(false));
  }
});
