import { once } from 'node:events';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { writeCalendar } from '../ical/writeCalendar.ts';
import { sampleFeed } from './sampleFeed.ts';

/*
 * Writes the sample feed and reads it back by two programs, in a process whose own zone a test has set. Prints the
 * feed and the instants that each of them saw.
 */

const byIcalJs = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return [event.uid, event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()];
  });

const byNodeIcal = (text: string) =>
  Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT' ? [[part.uid, part.start.toISOString(), part.end?.toISOString()]] : [],
  );

const feed = writeCalendar(sampleFeed);
const offset = new Date(2026, 0, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ feed, offset, icalJs: byIcalJs(feed), nodeIcal: byNodeIcal(feed) }));
if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
