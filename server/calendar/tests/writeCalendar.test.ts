import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { z } from 'zod';
import { writeCalendar } from '../ical/writeCalendar.ts';
import { sampleFeed } from './sampleFeed.ts';

const Seen = z.array(z.tuple([z.string(), z.string(), z.string()]));
const Told = z.object({ feed: z.string(), offset: z.number(), icalJs: Seen, nodeIcal: Seen });

/** What programs see in the feed when the server stands in this zone. */
async function readIn(zone: string): Promise<z.infer<typeof Told>> {
  const script = fileURLToPath(new URL('./readFeed.ts', import.meta.url));
  const options = { env: { TZ: zone }, maxBuffer: 10_000_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], options);
  return Told.parse(JSON.parse(stdout));
}

const expected = sampleFeed.events.map(({ uid, startsAt, endsAt }) => [
  uid,
  startsAt.toISOString(),
  endsAt.toISOString(),
]);
const text = writeCalendar(sampleFeed);
/** Lines as programs see them, folded ones joined. */
const lines = text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar feed', () => {
  for (const [zone, offset] of [
    ['UTC', 0],
    ['Europe/Madrid', -60],
    ['Asia/Kamchatka', -720],
    ['America/Mexico_City', 360],
  ] as const) {
    it(`is read back with the right instants by ical.js and node-ical on a server in ${zone}`, async () => {
      const told = await readIn(zone);
      expect(told.offset).to.equal(offset);
      expect(told.icalJs).to.deep.equal(expected);
      expect(told.nodeIcal).to.deep.equal(expected);
      expect(told.feed).to.equal(text);
    });
  }

  it('has every zone with its VTIMEZONE, and every UID once', () => {
    for (const zone of new Set(sampleFeed.events.map((event) => event.zone)))
      if (zone !== 'UTC')
        expect(
          lines.filter((line) => line === `TZID:${zone}`),
          zone,
        ).to.have.length(1);
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).to.equal(sampleFeed.events.length);
    expect(uids).to.have.length(sampleFeed.events.length);
  });

  it('lets no text add a line', () => {
    expect(lines.filter((line) => /^(X-PLANTED|UID:planted|ATTENDEE|URL:javascript)/.test(line))).to.deep.equal([]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).to.have.length(sampleFeed.events.length);
  });

  it('ends lines in CRLF, at most 75 bytes each, without other control characters', () => {
    expect(text.replaceAll('\r\n', '')).to.match(/^[^\p{Cc}]*$/u);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).to.be.at.most(75);
    expect(text.endsWith('END:VCALENDAR\r\n')).to.equal(true);
  });

  it('tells the sequence, and cancels what is cancelled', () => {
    expect(lines.filter((line) => line === 'STATUS:CANCELLED')).to.have.length(6);
    expect(lines.filter((line) => line === 'SEQUENCE:6')).to.have.length(6);
  });

  it('may be empty', () => {
    expect(writeCalendar({ name: 'Nobody', events: [] })).to.include('BEGIN:VCALENDAR\r\n');
  });
});
