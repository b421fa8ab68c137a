import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Availability,
  availableIntervals,
  type DatedException,
  isAvailable,
  type WeeklyWindow,
  type WindowKind,
} from '../domain/availability.ts';
import { type LocalDate, minuteMs, minutesOf, wallTimeOf } from '../domain/localTime.ts';

/** A term that holds both clock changes of Madrid: 2026-10-25 and 2027-03-28. */
const term = { from: Date.parse('2026-10-12T00:00:00Z'), to: Date.parse('2027-04-12T00:00:00Z') };
const minutes = (term.to - term.from) / minuteMs;
const zones = ['Europe/Madrid', 'America/Mexico_City', 'Europe/Moscow', 'Asia/Kamchatka'] as const;

interface Shown {
  readonly on: readonly LocalDate[];
  readonly weekday: Uint8Array;
  readonly minute: Uint16Array;
}

/** What the clocks of a zone show at every minute of the term, asked of Intl and nothing of ours. */
function shownIn(zone: string): Shown {
  const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const on: LocalDate[] = [];
  const [weekday, minute] = [new Uint8Array(minutes), new Uint16Array(minutes)];
  // These zones are whole hours from UTC and change at whole hours, so Intl is asked once an hour.
  for (let i = 0; i < minutes; i += 60) {
    // 'Mon, 12/10/2026, 02'
    const text = format.format(term.from + i * minuteMs);
    const date = `${text.slice(11, 15)}-${text.slice(8, 10)}-${text.slice(5, 7)}`;
    for (let past = 0; past < 60; past += 1) {
      on.push(date);
      weekday[i + past] = weekdays.indexOf(text.slice(0, 3));
      minute[i + past] = Number(text.slice(17, 19)) * 60 + past;
    }
  }
  return { on, weekday, minute };
}

const shown = new Map<string, Shown>();

type Rule = WeeklyWindow | DatedException;

/** Decides every minute of the term alone. */
function bruteForce({ zone, weekly, exceptions }: Availability): Uint8Array {
  const clock = shown.get(zone) ?? shownIn(zone);
  shown.set(zone, clock);
  const rules: readonly Rule[] = [...exceptions, ...weekly];
  const hours = rules.map(({ from, to }) => [minutesOf(from), minutesOf(to)] as const);
  const isGiven = weekly.some(({ kind }) => kind === 'online');
  const result = new Uint8Array(minutes);
  for (let i = 0; i < minutes; i += 1) {
    const [on, weekday, minute = 0] = [clock.on[i], clock.weekday[i], clock.minute[i]];
    const holds = (rule: Rule, at: number) => {
      const [from, to] = hours[at] ?? [0, 0];
      return minute >= from && minute < to && ('on' in rule ? rule.on === on : rule.weekday === weekday);
    };
    result[i] = decide(rules.filter(holds), isGiven);
  }
  return result;
}

/** What the rules that hold at one minute say together. */
function decide(rules: readonly Rule[], isGiven: boolean): 0 | 1 {
  const dated = rules.filter((rule) => 'on' in rule);
  if (dated.length > 0) return dated.some(({ kind }) => kind === 'busy') ? 0 : 1;
  if (rules.some(({ kind }) => kind === 'busy')) return 0;
  return rules.length > 0 || !isGiven ? 1 : 0;
}

function byIntervals(availability: Availability): Uint8Array {
  const all = new Uint8Array(minutes);
  for (const { startsAt, endsAt } of availableIntervals(availability, new Date(term.from), new Date(term.to))) {
    all.fill(1, (startsAt.getTime() - term.from) / minuteMs, (endsAt.getTime() - term.from) / minuteMs);
  }
  return all;
}

const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 900 }))
  .map(([from, length]) => ({ from: wallTimeOf(from), to: wallTimeOf(Math.min(1440, from + length)) }));
const kind = fc.constantFrom<WindowKind>('online', 'busy');
const weekly = fc.record({
  hours,
  kind: fc.constantFrom<WindowKind>('online', 'online', 'busy'),
  weekday: fc.integer({ min: 1, max: 7 }),
});
const dates = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29', '2026-12-31'];
const exception = fc.record({
  hours: fc.oneof(hours, fc.constant({ from: '00:00', to: '24:00' })),
  kind,
  on: fc.constantFrom(...dates),
});

const availabilityIn = (zone: string): fc.Arbitrary<Availability> =>
  fc.record({
    zone: fc.constant(zone),
    weekly: fc.array(
      weekly.map(({ hours: both, ...rest }) => ({ ...both, ...rest })),
      { maxLength: 10 },
    ),
    exceptions: fc.array(
      exception.map(({ hours: both, ...rest }) => ({ ...both, ...rest })),
      { maxLength: 6 },
    ),
  });

describe('availability', () => {
  for (const zone of zones) {
    it(`equals a check minute by minute over a term in ${zone}`, () => {
      fc.assert(
        fc.property(availabilityIn(zone), (availability) => {
          expect(Buffer.compare(byIntervals(availability), bruteForce(availability))).to.equal(0);
        }),
        { numRuns: 4 },
      );
    });
  }

  it('counts the repeated hour twice and the skipped hour never', () => {
    const night = { kind: 'online', from: '02:00', to: '03:00', weekday: 7 } as const;
    const nightOnly: Availability = { zone: 'Europe/Madrid', weekly: [night], exceptions: [] };
    const on = (day: string) =>
      availableIntervals(nightOnly, new Date(`${day}T00:00:00Z`), new Date(`${day}T12:00:00Z`)).map(
        ({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / minuteMs,
      );
    expect(on('2026-10-25')).to.deep.equal([120]);
    expect(on('2027-03-28')).to.deep.equal([]);
  });

  it('is everything when no windows are given, less the busy hours', () => {
    const open: Availability = { zone: 'Europe/Moscow', weekly: [], exceptions: [] };
    const lesson = { startsAt: new Date('2026-11-02T06:00:00Z'), endsAt: new Date('2026-11-02T06:40:00Z') };
    expect(isAvailable(open, lesson)).to.equal(true);
    const busy = { kind: 'busy', weekday: 1, from: '09:30', to: '12:00' } as const;
    expect(isAvailable({ ...open, weekly: [busy] }, lesson)).to.equal(false);
  });

  it('joins windows across midnight', () => {
    const late: Availability = {
      zone: 'Asia/Kamchatka',
      weekly: [
        { kind: 'online', weekday: 1, from: '23:00', to: '24:00' },
        { kind: 'online', weekday: 2, from: '00:00', to: '01:00' },
      ],
      exceptions: [],
    };
    const lesson = { startsAt: new Date('2026-11-02T11:30:00Z'), endsAt: new Date('2026-11-02T12:30:00Z') };
    expect(isAvailable(late, lesson)).to.equal(true);
  });
});
