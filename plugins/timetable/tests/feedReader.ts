import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/*
 * Reads a feed from standard input as two calendar programs would, in a process of its own so that it has its own zone,
 * and prints what they understood.
 */
const text = readFileSync(0, 'utf8');
const root = new ICAL.Component(ICAL.parse(text));
for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const byIcalJs = root.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return [event.uid, event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(), event.sequence];
});
const byNodeIcal = Object.values(nodeIcal.sync.parseICS(text)).flatMap((entry) =>
  entry?.type === 'VEVENT'
    ? [[entry.uid, entry.start.toISOString(), entry.end?.toISOString(), Number(entry.sequence)]]
    : [],
);
process.stdout.write(JSON.stringify({ byIcalJs: byIcalJs.sort(), byNodeIcal: byNodeIcal.sort() }));
