import type { OwnRow } from '../ownSheet.ts';
import { isGone, meta, ownId, type Roster } from './entries.ts';

/** Schools; where nothing is called one, all organisations. */
export const homeSchools = ({ orgs, defaults }: Roster): OwnRow[] => {
  const schools = orgs.entries.filter((entry) => entry.at('type').toLowerCase() === 'school');
  return (schools.length > 0 ? schools : orgs.entries)
    .filter((entry) => !isGone(entry))
    .map((entry) => ({
      line: entry.line,
      cells: { id: entry.at('sourcedId'), name: entry.at('name'), zone: meta(entry, 'zone') || defaults.zone },
    }));
};

/** The finest sessions that do not overlap by their nature. */
export function terms({ academicSessions: { entries } }: Roster): OwnRow[] {
  const type = ['term', 'semester', 'gradingperiod', 'schoolyear'].find((name) =>
    entries.some((entry) => entry.at('type').toLowerCase() === name),
  );
  return entries
    .filter((entry) => entry.at('type').toLowerCase() === type && !isGone(entry))
    .map((entry) => ({
      line: entry.line,
      cells: {
        id: ownId(entry.at('sourcedId')),
        name: entry.at('title'),
        startsOn: entry.at('startDate'),
        endsOn: entry.at('endDate'),
      },
    }));
}
