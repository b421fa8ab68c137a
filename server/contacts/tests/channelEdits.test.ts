import { expect } from 'chai';
import type { Channel } from '../domain/channel.ts';
import { type ChannelEdit, edited } from '../domain/channelEdits.ts';

const phone = (value: string, over: Partial<Channel> = {}): Channel => ({
  ...{ kind: 'phone', service: null, value, purpose: 'any', bestHours: null, note: null, isPublic: false, wrong: null },
  ...over,
});
const edit = (value: string, over: Partial<ChannelEdit> = {}): ChannelEdit => ({
  ...{ kind: 'phone', service: null, value, isOver: false, facts: {} },
  ...over,
});

const wrong = { fault: 'wrong', note: null, since: new Date('2026-09-07T08:00:00Z') } as const;
const both = [phone('+34 611', { wrong, note: 'work' }), phone('+34 622')];

const cases: readonly [what: string, edits: readonly ChannelEdit[], wanted: readonly string[]][] = [
  ['nothing', [], ['+34 611', '+34 622']],
  ['a new one without a place', [edit('+34 633')], ['+34 611', '+34 622', '+34 633']],
  ['a new one in the first place', [edit('+34 633', { place: 1 })], ['+34 633', '+34 611', '+34 622']],
  ['another place', [edit('+34 622', { place: 1 })], ['+34 622', '+34 611']],
  ['another way to write it', [edit('+34622')], ['+34 611', '+34622']],
  ['its end', [edit('+34 611', { isOver: true })], ['+34 622']],
  ['the end of what is not there', [edit('+34 699', { isOver: true })], ['+34 611', '+34 622']],
];

describe('Channels of which an import says something', () => {
  for (const [what, edits, wanted] of cases)
    it(`follow when it says ${what}`, () => {
      expect(edited(both, edits).map(({ value }) => value)).to.deep.equal(wanted);
    });

  it('keep what it does not say, and their fault', () => {
    const [first] = edited(both, [edit('+34 611', { facts: { purpose: 'urgent' } })]);
    expect(first).to.deep.include({ purpose: 'urgent', note: 'work', wrong });
  });
});
