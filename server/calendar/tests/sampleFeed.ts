import type { Feed, FeedEvent } from '../ical/writeCalendar.ts';

/** Zones with and without clock changes; the collections of 2018 have Mexico change its clocks still. */
const zones = ['Europe/Madrid', 'America/Mexico_City', 'Europe/Moscow', 'Asia/Kamchatka', 'America/Sao_Paulo', 'UTC'];

/** Around both clock changes of Madrid, and in summer, when Mexico no longer changes. */
const instants = [
  '2026-07-01T15:00:00.000Z',
  '2026-10-24T06:30:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-26T07:30:00.000Z',
  '2027-01-11T07:30:00.000Z',
  '2027-03-27T07:30:00.000Z',
  '2027-03-29T06:30:00.000Z',
];

const event = (zone: string, startsAt: string, at: number): FeedEvent => ({
  uid: `lesson-${zone}-${at}@tutoria.example`,
  sequence: at,
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + 40 * 60_000),
  zone,
  title: 'Алгебра, 7-А; «дроби»\r\nBEGIN:VEVENT\r\nUID:planted',
  description: 'First line\nsecond line\rATTENDEE:mailto:planted@example.com\u2028X-PLANTED:1',
  location: 'Room 5\nX-PLANTED:2',
  url: at === 0 ? 'https://meet.example/7a?room=1' : 'javascript:alert(1)\r\nX-PLANTED:3',
  isCancelled: at === 1,
  changedAt: new Date('2026-06-01T00:00:00Z'),
});

export const sampleFeed: Feed = {
  name: 'Ana\r\nX-PLANTED:4',
  events: zones.flatMap((zone) => instants.map((startsAt, at) => event(zone, startsAt, at))),
};
