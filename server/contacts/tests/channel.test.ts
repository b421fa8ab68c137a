import { expect } from 'chai';
import { type Channel, channelsOf, isSame, mainOf, type StoredChannel, withFaults } from '../domain/channel.ts';

const since = new Date('2026-09-07T08:00:00Z');
const wrong = { fault: 'bounced', note: null, since } as const;

const stored = (over: Partial<StoredChannel>): StoredChannel => ({
  kind: 'email',
  service: null,
  value: 'a@x.example',
  purpose: 'any',
  bestHours: null,
  note: null,
  isPublic: false,
  isMain: false,
  wrong: null,
  ...over,
});

const values = (channels: readonly Channel[]): string[] => channels.map(({ value }) => value);

describe('The channels of a person', () => {
  it('are those of the own record when nothing else is known', () => {
    expect(values(channelsOf([], { email: 'a@x.example', phone: '+34600' }))).to.deep.equal(['a@x.example', '+34600']);
    expect(channelsOf([], { email: null, phone: null })).to.deep.equal([]);
  });

  it('follow the record where the main address was changed, keep its place, and lose its fault', () => {
    const rows = [
      stored({ kind: 'phone', value: '+34 611', purpose: 'urgent' }),
      stored({ value: 'old@x.example', isMain: true, purpose: 'papers', wrong }),
    ];
    const shown = channelsOf(rows, { email: 'new@x.example', phone: null });
    expect(values(shown)).to.deep.equal(['+34 611', 'new@x.example']);
    expect(shown[1]).to.deep.include({ purpose: 'papers', wrong: null });
    expect(channelsOf(rows, { email: 'OLD@x.example', phone: null })[1]?.wrong).to.equal(wrong);
    expect(values(channelsOf(rows, { email: null, phone: null }))).to.deep.equal(['+34 611']);
  });

  it('name an address once, however it is written', () => {
    const rows = [stored({ kind: 'phone', value: '+34 600-11' }), stored({ value: 'b@x.example', isMain: true })];
    expect(values(channelsOf(rows, { email: 'b@x.example', phone: '+3460011' }))).to.deep.equal([
      '+34 600-11',
      'b@x.example',
    ]);
  });

  it('name a telephone once, with the code of its country or as it is dialled there', () => {
    const rows = [stored({ kind: 'phone', value: '8 900 123-45-67' })];
    expect(values(channelsOf(rows, { email: null, phone: '+7 900 123 45 67' }))).to.deep.equal(['8 900 123-45-67']);
  });

  it('are told apart by their service', () => {
    const [telegram, max] = [
      stored({ kind: 'messenger', service: 'telegram', value: '@a' }),
      stored({ kind: 'messenger', service: 'max', value: '@a' }),
    ];
    expect(isSame(telegram, max)).to.equal(false);
  });

  it('put the first that works into the record', () => {
    const list = [stored({ wrong }), stored({ value: 'b@x.example' }), stored({ kind: 'phone', value: '1', wrong })];
    expect(mainOf(list)).to.deep.equal({ email: 'b@x.example', phone: '1' });
  });

  it('keep the fault of an address that stays', () => {
    const before = [stored({ wrong })];
    const after = withFaults([stored({ value: 'A@x.example' }), stored({ value: 'b@x.example' })], before);
    expect(after.map((channel) => channel.wrong)).to.deep.equal([wrong, null]);
  });
});
