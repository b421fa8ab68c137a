import { expect } from 'chai';
import type { WeeklyWindow } from '../domain/availability.ts';
import { clockRegimes } from '../domain/clockRegimes.ts';
import { type PatternContext, proposeExceptions } from '../domain/proposedExceptions.ts';
import { expandWeekly, type WeeklyPattern } from '../domain/recurrence.ts';

const mondays: WeeklyPattern = { weekday: 1, time: '09:00', minutes: 40, zone: 'Europe/Madrid' };
const autumn = { firstOn: '2026-10-12', lastOn: '2026-11-02' };
const nobody: PatternContext = { holidays: new Map(), people: [], alternatives: [] };

/** Pablo's wall clock is Mexico's, which does not change; he is online from 01:00 to 02:00 at night. */
const pablo = (weekly: readonly WeeklyWindow[] = [{ kind: 'online', weekday: 1, from: '01:00', to: '02:00' }]) => ({
  personId: 'pablo',
  availability: { zone: 'America/Mexico_City', weekly, exceptions: [] },
});

describe('a weekly pattern', () => {
  it('keeps its wall time across a clock change', () => {
    expect(expandWeekly(mondays, autumn).map(({ interval }) => interval?.startsAt.toISOString())).to.deep.equal([
      '2026-10-12T07:00:00.000Z',
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ]);
  });

  it('counts every second week from its first date', () => {
    const dates = expandWeekly({ ...mondays, weekday: 3, everyWeeks: 2 }, autumn).map(({ on }) => on);
    expect(dates).to.deep.equal(['2026-10-14', '2026-10-28']);
  });

  it('ends at the last date of the term, which may be before the first of its weekday', () => {
    expect(expandWeekly(mondays, { firstOn: '2026-10-13', lastOn: '2026-10-18' })).to.deep.equal([]);
  });
});

describe('dates on which a pattern fails', () => {
  it('are none in an ordinary term', () => {
    expect(proposeExceptions(mondays, autumn, nobody)).to.deep.equal([]);
  });

  it('cancel a holiday', () => {
    const holidays = new Map([['2026-10-12', 'Fiesta Nacional']]);
    expect(proposeExceptions(mondays, autumn, { ...nobody, holidays })).to.deep.equal([
      { on: '2026-10-12', failures: [{ kind: 'holiday', name: 'Fiesta Nacional' }], proposal: { kind: 'cancel' } },
    ]);
  });

  it('move a skipped wall time to what clocks show instead', () => {
    const night = { ...mondays, weekday: 7, time: '02:30' };
    const [found, ...others] = proposeExceptions(night, { firstOn: '2027-03-22', lastOn: '2027-04-04' }, nobody);
    expect(others).to.deep.equal([]);
    expect(found?.failures).to.deep.equal([{ kind: 'skipped-time' }]);
    expect(found?.proposal).to.deep.include({ kind: 'move', to: { on: '2027-03-28', time: '03:30' } });
  });

  it("name those whom somebody's clock change makes unavailable", () => {
    const found = proposeExceptions(mondays, autumn, {
      ...nobody,
      people: [pablo(), { ...pablo([]), personId: 'eva' }],
    });
    expect(
      found.map(({ on, failures, proposal }) => [on, failures.map(({ kind }) => kind), proposal.kind]),
    ).to.deep.equal([
      ['2026-10-26', ['clock-change'], 'accept'],
      ['2026-11-02', ['clock-change'], 'accept'],
    ]);
  });

  it('move to an alternative of the week that all can attend, and cancel when nobody is left', () => {
    const context = { ...nobody, people: [pablo()] };
    const moved = proposeExceptions(mondays, autumn, { ...context, alternatives: [{ weekday: 1, time: '08:00' }] });
    expect(moved.map(({ proposal }) => proposal.kind)).to.deep.equal(['move', 'move']);
    const deserted = proposeExceptions(mondays, autumn, context);
    expect(deserted.map(({ proposal }) => proposal.kind)).to.deep.equal(['cancel', 'cancel']);
  });

  it('tell a dated exception from a clock change', () => {
    const availability = {
      zone: 'Europe/Madrid',
      weekly: [],
      exceptions: [{ kind: 'busy', on: '2026-10-26', from: '00:00', to: '24:00' } as const],
    };
    const people = [{ personId: 'ana', availability }, pablo([])];
    const found = proposeExceptions(mondays, autumn, { ...nobody, people });
    expect(found.map(({ on, failures }) => [on, failures[0]?.kind])).to.deep.equal([['2026-10-26', 'dated-exception']]);
  });

  it('leave people who can never attend to the pattern itself', () => {
    const never = pablo([{ kind: 'online', weekday: 1, from: '01:00', to: '01:10' }]);
    expect(proposeExceptions(mondays, autumn, { ...nobody, people: [never] })).to.deep.equal([]);
  });
});

describe('clock regimes', () => {
  it('cut a term where one of the zones changes its clocks', () => {
    const zones = ['Europe/Madrid', 'America/Mexico_City', 'America/New_York'];
    const found = clockRegimes(zones, new Date('2026-09-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z'));
    expect(
      found.map(({ startsAt, offsets }) => [startsAt.toISOString(), ...zones.map((zone) => offsets.get(zone))]),
    ).to.deep.equal([
      ['2026-09-01T00:00:00.000Z', 120, -360, -240],
      ['2026-10-25T01:00:00.000Z', 60, -360, -240],
      ['2026-11-01T06:00:00.000Z', 60, -360, -300],
    ]);
  });

  it('are one where nobody changes clocks', () => {
    const zones = ['Europe/Moscow', 'Asia/Kamchatka'];
    expect(clockRegimes(zones, new Date('2026-09-01T00:00:00Z'), new Date('2027-06-01T00:00:00Z'))).to.have.length(1);
  });
});
