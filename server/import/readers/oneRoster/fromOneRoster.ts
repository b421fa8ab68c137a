import type { Sheet } from '../../forms/sheet.ts';
import { ownSheet } from '../ownSheet.ts';
import { courses, deltaMembers, grids, groups } from './classes.ts';
import { type Defaults, isOneRoster, type Roster, type Table, tableOf } from './entries.ts';
import { peopleOf } from './people.ts';
import { homeSchools, terms } from './schoolAndTerms.ts';

/*
 * OneRoster 1.2 in CSV (also the columns of 1.1), bulk and delta. Zones, languages and what else OneRoster has
 * no column for travel in `metadata.tutoria.*` columns, as the standard allows; without them the defaults hold.
 */

const usual: Defaults = { language: 'en', zone: 'UTC' };

/** The same as sheets of our own forms, each row with the line that it comes from. */
export function fromOneRoster(sheets: readonly Sheet[], defaults: Defaults = usual): readonly Sheet[] {
  const own = sheets.filter((sheet) => isOneRoster(sheet));
  const table = (name: string): Table => tableOf(own, name);
  const manifest = table('manifest');
  const roster: Roster = {
    isDelta: manifest.entries.some((entry) => entry.at('value').toLowerCase() === 'delta'),
    defaults,
    orgs: table('orgs'),
    users: table('users'),
    roles: table('roles'),
    classes: table('classes'),
    courses: table('courses'),
    enrollments: table('enrollments'),
    academicSessions: table('academicSessions'),
  };
  const people = peopleOf(roster);
  const { isDelta } = roster;
  const made = [
    ownSheet(roster.orgs.file, 'home-schools', homeSchools(roster)),
    ownSheet(roster.users.file, 'staff', people.staff, isDelta),
    ownSheet(roster.users.file, 'students', people.students, isDelta),
    ownSheet(roster.users.file, 'guardians', people.guardians, isDelta),
    ownSheet(roster.classes.file, 'groups', groups(roster), isDelta),
    ownSheet(roster.classes.file, 'grids', grids(roster), isDelta),
    ownSheet(roster.enrollments.file, 'members', isDelta ? deltaMembers(roster) : []),
    ownSheet(roster.classes.file, 'courses', courses(roster)),
    ownSheet(roster.academicSessions.file, 'terms', terms(roster)),
  ];
  const others = sheets.filter((sheet) => !isOneRoster(sheet));
  return [...made.filter(({ rows }) => rows.length > 0), ...others];
}
