import { expect } from 'chai';
import { findMeetingTimes, type Invitee, type MeetingSearchFacts } from '../domain/meetings/findMeetingTimes.ts';

const at = (time: string, on = '2026-09-09'): Date => new Date(`${on}T${time}:00Z`);
const between = (from: string, to: string, on?: string) => ({ startsAt: at(from, on), endsAt: at(to, on) });

const person = (personId: string, over: Partial<Invitee> = {}): Invitee => ({
  personId,
  zone: 'UTC',
  available: [between('00:00', '23:59')],
  hasNoHours: false,
  taken: [],
  ...over,
});

const search = (invitees: readonly Invitee[], over: Partial<MeetingSearchFacts> = {}): MeetingSearchFacts => ({
  invitees,
  minutes: 60,
  fromOn: '2026-09-09',
  untilOn: '2026-09-09',
  zone: 'UTC',
  notBefore: at('00:00'),
  rooms: undefined,
  roomsTaken: [],
  ...over,
});

const starts = (facts: MeetingSearchFacts, most = 3) =>
  findMeetingTimes(facts, most).map(({ startsAt }) => startsAt.toISOString().slice(11, 16));

/** Every half hour of the day, judged by itself. */
function bruteForce({ invitees, minutes }: MeetingSearchFacts) {
  const found = [];
  for (let minute = 7 * 60; minute + minutes <= 22 * 60; minute += 30) {
    const start = at('00:00').getTime() + minute * 60_000;
    const end = start + minutes * 60_000;
    const missing = invitees.filter(
      ({ taken, available }) =>
        taken.some((one) => +one.startsAt < end && start < +one.endsAt) ||
        !available.some((one) => +one.startsAt <= start && end <= +one.endsAt),
    );
    found.push({ start, missing: missing.length });
  }
  return found;
}

describe('When people can meet', () => {
  it('names times at which everybody can come first, and none that overlaps a better one', () => {
    const busy = person('a', { taken: [between('07:00', '10:00'), between('11:00', '12:00')] });
    expect(starts(search([busy, person('b')]))).to.deep.equal(['10:00', '12:00', '13:00']);
  });

  it('says who cannot come and only whether they are taken or offline', () => {
    const facts = search([
      person('a', { available: [between('09:00', '10:00')] }),
      person('b', { taken: [between('09:00', '10:00')] }),
    ]);
    const times = findMeetingTimes(facts, 20);
    expect(times[0]?.missing).to.deep.equal([{ personId: 'a', why: 'offline' }]);
    expect(times.find(({ startsAt }) => +startsAt === +at('09:00'))?.missing).to.deep.equal([
      { personId: 'b', why: 'taken' },
    ]);
  });

  it('prefers hours that are neither early nor late for those who named none', () => {
    expect(starts(search([person('a', { hasNoHours: true }), person('b')]), 1)).to.deep.equal(['08:00']);
    const far = person('a', { hasNoHours: true, zone: 'Asia/Kamchatka' });
    // 08:00 in Kamchatka is 20:00 UTC of the day before.
    expect(starts(search([far, person('b')]), 1)).to.deep.equal(['07:00']);
    expect(findMeetingTimes(search([far]), 1)[0]?.awkward).to.equal(0);
  });

  it('leaves out hours in which every meeting room is taken', () => {
    const taken = {
      ...between('07:00', '09:00'),
      subjectId: 'rooms',
      commitmentId: 'c',
      isHold: false,
      isOverridden: false,
    };
    const roomsTaken = [{ ...taken, source: { plugin: 'timetable', entityId: 'l' } }];
    const rooms = { id: 'rooms', capacity: 1 };
    expect(starts(search([person('a')], { rooms, roomsTaken }), 1)).to.deep.equal(['09:00']);
    expect(starts(search([person('a')], { rooms: { ...rooms, capacity: 2 }, roomsTaken }), 1)).to.deep.equal(['07:00']);
  });

  it('finds nothing when nobody could come, and nothing before now', () => {
    expect(starts(search([person('a', { available: [] }), person('b', { available: [] })]))).to.deep.equal([]);
    expect(starts(search([person('a')], { notBefore: at('20:40') }), 5)).to.deep.equal(['21:00']);
  });

  it('agrees with trying every half hour', () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 60; round += 1) {
      const invitees = Array.from({ length: 1 + next(5) }, (_, i) => {
        const [from, length] = [7 + next(10), 1 + next(5)];
        const hour = (n: number) => `${String(n).padStart(2, '0')}:00`;
        const taken = Array.from({ length: next(4) }, () => {
          const start = 7 + next(14);
          return between(hour(start), hour(start + 1));
        });
        return person(`p${i}`, {
          taken,
          ...(next(2) ? { available: [between(hour(from), hour(Math.min(23, from + length)))] } : {}),
        });
      });
      const facts = search(invitees, { minutes: 30 });
      const all = bruteForce(facts).filter(({ missing }) => missing < Math.max(2, invitees.length));
      const found = findMeetingTimes(facts, 100);
      expect(found.map(({ startsAt }) => +startsAt).toSorted()).to.deep.equal(all.map(({ start }) => start).toSorted());
      const counts = found.map(({ missing }) => missing.length);
      expect(counts).to.deep.equal(all.map(({ missing }) => missing).toSorted((a, b) => a - b));
    }
  });
});
