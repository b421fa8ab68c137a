import { expect } from 'chai';
import type { Availability } from '../domain/availability.ts';
import { whoCannot } from '../domain/whoCannot.ts';

const lesson = { startsAt: new Date('2026-11-02T06:00:00Z'), endsAt: new Date('2026-11-02T06:40:00Z') };
const open: Availability = { zone: 'Europe/Moscow', weekly: [], exceptions: [] };
const mornings: Availability = {
  ...open,
  weekly: [{ kind: 'online', weekday: 1, from: '08:00', to: '12:00' }],
};

describe('who cannot be online, and why', () => {
  const cases: readonly [string, Availability, readonly string[]][] = [
    ['somebody without windows', open, []],
    ['somebody within a window', mornings, []],
    ['somebody outside of the windows', { ...mornings, zone: 'Asia/Kamchatka' }, ['no-window']],
    [
      'somebody in class at the home school',
      { ...mornings, weekly: [...mornings.weekly, { kind: 'busy', weekday: 1, from: '09:30', to: '10:15' }] },
      ['busy-at-home-school'],
    ],
    [
      'somebody away on the date',
      { ...mornings, exceptions: [{ kind: 'busy', on: '2026-11-02', from: '00:00', to: '24:00' }] },
      ['exception'],
    ],
    [
      'somebody with hours only on the date',
      {
        ...mornings,
        weekly: [{ kind: 'online', weekday: 5, from: '08:00', to: '12:00' }],
        exceptions: [{ kind: 'online', on: '2026-11-02', from: '09:00', to: '10:00' }],
      },
      [],
    ],
  ];
  for (const [who, availability, reasons] of cases) {
    it(`${who}: ${reasons.join() || 'can'}`, () => {
      expect(whoCannot([{ personId: 'ana', availability }], lesson).map(({ reason }) => reason)).to.deep.equal(reasons);
    });
  }

  const ana = { personId: 'ana', availability: open, sharesDeviceWith: ['leo'] };
  const leo = { personId: 'leo', availability: open, sharesDeviceWith: ['ana'] };
  const elsewhere = new Map([['leo', [{ ...lesson, startsAt: new Date('2026-11-02T06:30:00Z') }]]]);

  it('names the sibling who has the shared device in another lesson', () => {
    expect(whoCannot([ana], lesson, elsewhere)).to.deep.equal([
      { personId: 'ana', reason: 'shared-device', siblingId: 'leo', during: elsewhere.get('leo')?.[0] },
    ]);
  });

  it('lets siblings sit at one device in the same lesson', () => {
    expect(whoCannot([ana, leo], lesson, elsewhere)).to.deep.equal([]);
  });
});
