import type { ImportProblem } from '../domain/importProblem.ts';
import type { Sheet } from '../forms/sheet.ts';
import { type OwnRow, ownSheet } from './ownSheet.ts';

/*
 * OneRoster 1.2 in CSV (also the columns of 1.1), bulk and delta. Zones, languages and what else OneRoster has
 * no column for travel in `metadata.tutoria.*` columns, as the standard allows; without them the defaults hold.
 */

/** What OneRoster does not know of people and schools. */
export interface Defaults {
  readonly language: string;
  readonly zone: string;
}

const usual: Defaults = { language: 'en', zone: 'UTC' };

interface Entry {
  readonly line: number;
  readonly at: (column: string) => string;
}

interface Table {
  readonly file: string;
  readonly entries: readonly Entry[];
}

export const isOneRoster = (sheet: Sheet): boolean =>
  sheet.headings.cells.some((heading) => heading.toLowerCase() === 'sourcedid') || titleOf(sheet) === 'manifest';

const titleOf = ({ title }: Sheet): string => title.toLowerCase().trim();

function tableOf(sheets: readonly Sheet[], name: string): Table {
  const sheet = sheets.find((one) => titleOf(one) === name.toLowerCase());
  if (!sheet) return { file: `${name}.csv`, entries: [] };
  const places = new Map(sheet.headings.cells.map((heading, at) => [heading.toLowerCase(), at]));
  const entries = sheet.rows.map(({ line, cells }) => ({
    line,
    at: (column: string) => cells[places.get(column.toLowerCase()) ?? -1] ?? '',
  }));
  return { file: sheet.file, entries };
}

interface Roster {
  readonly isDelta: boolean;
  readonly defaults: Defaults;
  readonly [table: string]: Table | boolean | Defaults;
  readonly orgs: Table;
  readonly users: Table;
  readonly roles: Table;
  readonly classes: Table;
  readonly courses: Table;
  readonly enrollments: Table;
  readonly academicSessions: Table;
}

/** The same as sheets of our own forms, each row with the line that it comes from. */
export function fromOneRoster(
  sheets: readonly Sheet[],
  defaults: Defaults = usual,
): { readonly sheets: readonly Sheet[]; readonly problems: readonly ImportProblem[] } {
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
  return { sheets: [...made.filter(({ rows }) => rows.length > 0), ...others], problems: [] };
}

const meta = (entry: Entry, name: string): string => entry.at(`metadata.tutoria.${name}`);
const isGone = (entry: Entry): boolean => entry.at('status').toLowerCase() === 'tobedeleted';
/** Leaves out what the source does not say. */
const known = (cells: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).flatMap(([name, text]) => (text ? [[name, text] as const] : [])));
const listOf = (text: string): string[] =>
  text
    .split(/[,|]/)
    .map((part) => part.trim())
    .filter(Boolean);

const homeSchools = ({ orgs, defaults }: Roster): OwnRow[] => {
  const schools = orgs.entries.filter((entry) => entry.at('type').toLowerCase() === 'school');
  return (schools.length > 0 ? schools : orgs.entries)
    .filter((entry) => !isGone(entry))
    .map((entry) => ({
      line: entry.line,
      cells: { id: entry.at('sourcedId'), name: entry.at('name'), zone: meta(entry, 'zone') || defaults.zone },
    }));
};

/** Roles of OneRoster, and what they are here; administrators of systems get their rights by hand. */
const staffRoles: Readonly<Record<string, string>> = {
  teacher: 'teacher',
  aide: 'tutor',
  principal: 'head',
  counselor: 'psychologist',
  siteadministrator: 'coordinator',
};
const placed = ['head', 'psychologist', 'coordinator', 'lead-tutor'];
const families = ['parent', 'guardian', 'relative'];

interface Held {
  readonly role: string;
  readonly org: string;
}

function rolesByUser({ users, roles }: Roster): ReadonlyMap<string, readonly Held[]> {
  const found = new Map<string, Held[]>();
  const add = (user: string, role: string, org: string): void => {
    if (role) found.set(user, [...(found.get(user) ?? []), { role: role.toLowerCase(), org }]);
  };
  for (const entry of roles.entries)
    if (!isGone(entry)) add(entry.at('userSourcedId'), entry.at('role'), entry.at('orgSourcedId'));
  for (const entry of users.entries)
    if (!found.has(entry.at('sourcedId')))
      add(entry.at('sourcedId'), entry.at('role'), listOf(entry.at('orgSourcedIds'))[0] ?? '');
  return found;
}

function peopleOf(roster: Roster) {
  const { users, isDelta, defaults } = roster;
  const roles = rolesByUser(roster);
  const children = childrenByAgent(roster, roles);
  const groupsOf = isDelta ? undefined : groupsByStudent(roster);
  const [staff, students, guardians]: [OwnRow[], OwnRow[], OwnRow[]] = [[], [], []];
  for (const entry of users.entries) {
    const id = entry.at('sourcedId');
    const own = roles.get(id) ?? [];
    const person = personCells(entry, defaults, isDelta);
    const { line } = entry;
    if (own.some(({ role }) => role === 'student')) {
      const org = own.find(({ role }) => role === 'student')?.org || entry.at('primaryOrgSourcedId');
      const extra = known({
        subgroups: meta(entry, 'subgroups'),
        internet: meta(entry, 'internet'),
        device: meta(entry, 'device'),
      });
      const grade = meta(entry, 'grade') || String(Number.parseInt(listOf(entry.at('grades'))[0] ?? '', 10) || '');
      const cells = { ...person, ...extra, homeSchool: org, grade };
      students.push({ line, cells: groupsOf ? { ...cells, groups: (groupsOf.get(id) ?? []).join('|') } : cells });
    }
    for (const cells of staffCells(entry, own)) staff.push({ line, cells: { ...person, ...cells } });
    if (own.some(({ role }) => families.includes(role)))
      for (const cells of guardianCells(entry, own, children.get(id) ?? []))
        guardians.push({ line, cells: { ...person, ...cells } });
  }
  return { staff, students, guardians };
}

function personCells(entry: Entry, defaults: Defaults, isDelta: boolean): Record<string, string> {
  return known({
    id: entry.at('sourcedId'),
    givenName: entry.at('preferredGivenName') || entry.at('givenName'),
    familyName: entry.at('preferredFamilyName') || entry.at('familyName'),
    middleName: entry.at('middleName'),
    language: meta(entry, 'language') || defaults.language,
    zone: meta(entry, 'zone') || defaults.zone,
    email: entry.at('email'),
    phone: entry.at('phone') || entry.at('sms'),
    isActive: meta(entry, 'active') || (isDelta ? (isGone(entry) ? 'no' : 'yes') : undefined),
  });
}

/** One row for each place of work. Our own files tell all roles in one column: `coordinator@north|tutor`. */
function staffCells(entry: Entry, own: readonly Held[]): Record<string, string>[] {
  const told = listOf(meta(entry, 'roles')).map((text): Held => {
    const [role = '', org = ''] = text.split('@');
    return { role, org };
  });
  const mapped = own.flatMap(({ role, org }): Held[] => {
    const name = staffRoles[role];
    return name ? [{ role: name, org: placed.includes(name) ? org : '' }] : [];
  });
  const all = told.length > 0 ? told : mapped;
  const byPlace = new Map<string, string[]>();
  for (const { role, org } of all) byPlace.set(org, [...(byPlace.get(org) ?? []), role]);
  return [...byPlace].map(([homeSchool, names]) => ({
    roles: [...new Set(names)].join('|'),
    ...known({ homeSchool, internet: meta(entry, 'internet'), device: meta(entry, 'device') }),
  }));
}

/** Whom each agent looks after: a student names agents, or an agent names students. */
function childrenByAgent(
  { users }: Roster,
  roles: ReadonlyMap<string, readonly Held[]>,
): ReadonlyMap<string, string[]> {
  const is = (id: string, names: readonly string[]): boolean =>
    (roles.get(id) ?? []).some(({ role }) => names.includes(role));
  const found = new Map<string, string[]>();
  const add = (agent: string, child: string): void => {
    const list = found.get(agent) ?? [];
    if (!list.includes(child)) found.set(agent, [...list, child]);
  };
  for (const entry of users.entries) {
    const id = entry.at('sourcedId');
    for (const other of listOf(entry.at('agentSourcedIds'))) {
      if (is(id, ['student'])) add(other, id);
      else if (is(id, families)) add(id, other);
    }
  }
  return found;
}

function guardianCells(entry: Entry, own: readonly Held[], children: readonly string[]): Record<string, string>[] {
  const told = listOf(meta(entry, 'guards')).map((text) => text.split(':'));
  if (told.length > 0)
    return told.map(([students = '', relation = 'other', mayAct = 'yes']) => ({ students, relation, mayAct }));
  const relation = own.some(({ role }) => role === 'guardian') ? 'guardian' : 'other';
  return children.length > 0 ? [{ students: children.join('|'), relation }] : [];
}

/** A homeroom is a group; so is any class that our own files do not tie to one. */
const isGroup = (entry: Entry): boolean => meta(entry, 'group') === '';

function groupsByStudent({ classes, enrollments }: Roster): ReadonlyMap<string, string[]> {
  const known = new Set(classes.entries.filter(isGroup).map((entry) => entry.at('sourcedId')));
  const found = new Map<string, string[]>();
  for (const entry of enrollments.entries) {
    const [group, user] = [entry.at('classSourcedId'), entry.at('userSourcedId')];
    if (entry.at('role').toLowerCase() !== 'student' || isGone(entry) || !known.has(group)) continue;
    found.set(user, [...(found.get(user) ?? []), group]);
  }
  return found;
}

const deltaMembers = ({ enrollments }: Roster): OwnRow[] =>
  enrollments.entries
    .filter((entry) => entry.at('role').toLowerCase() === 'student')
    .map((entry) => ({
      line: entry.line,
      cells: {
        student: entry.at('userSourcedId'),
        group: entry.at('classSourcedId'),
        ended: isGone(entry) ? 'yes' : 'no',
      },
    }));

const teachersOf = ({ enrollments }: Roster, id: string): string[] => {
  const own = enrollments.entries.filter(
    (entry) =>
      entry.at('classSourcedId') === id &&
      ['teacher', 'aide'].includes(entry.at('role').toLowerCase()) &&
      !isGone(entry),
  );
  const first = own.filter((entry) => entry.at('primary').toLowerCase() === 'true');
  return [...first, ...own.filter((entry) => !first.includes(entry))].map((entry) => entry.at('userSourcedId'));
};

const groups = (roster: Roster): OwnRow[] =>
  roster.classes.entries
    .filter((entry) => isGroup(entry) && !isGone(entry))
    .map((entry) => {
      const id = entry.at('sourcedId');
      const isHomeroom = entry.at('classType').toLowerCase() === 'homeroom';
      return {
        line: entry.line,
        cells: {
          ...known({
            meetingUrl: meta(entry, 'meetingUrl'),
            subgroups: meta(entry, 'subgroups'),
          }),
          id,
          name: entry.at('title'),
          grade: String(Number.parseInt(listOf(entry.at('grades'))[0] ?? '', 10) || ''),
          zone: meta(entry, 'zone') || roster.defaults.zone,
          ...(isHomeroom && !roster.isDelta ? { tutors: teachersOf(roster, id).join('|') } : {}),
        },
      };
    });

/** Our own files tell the hours of a week: days, and `09:00+40|09:50+40`. */
const grids = ({ classes }: Roster): OwnRow[] =>
  classes.entries.flatMap((entry) => {
    const [days, hours] = [meta(entry, 'days'), listOf(meta(entry, 'hours')).map((hour) => hour.split('+'))];
    const lengths = [...new Set(hours.map(([, minutes = '']) => minutes))];
    return lengths.map((minutes) => ({
      line: entry.line,
      cells: {
        group: entry.at('sourcedId'),
        days,
        hours: hours.flatMap(([start = '', length]) => (length === minutes ? [start] : [])).join('|'),
        minutes,
      },
    }));
  });

/** Ids with this sign in front are made of other columns again. */
const ownId = (sourcedId: string): string => (sourcedId.startsWith('~') ? '' : sourcedId);

function courses(roster: Roster): OwnRow[] {
  const titles = new Map(roster.courses.entries.map((entry) => [entry.at('sourcedId'), entry.at('title')]));
  return roster.classes.entries
    .filter((entry) => entry.at('classType').toLowerCase() !== 'homeroom' && !isGone(entry))
    .map((entry) => {
      const id = entry.at('sourcedId');
      const subject = titles.get(entry.at('courseSourcedId')) || entry.at('title');
      return {
        line: entry.line,
        cells: {
          id: ownId(id),
          group: meta(entry, 'group') || id,
          subgroup: meta(entry, 'subgroup'),
          subject: subject.replaceAll('|', '/'),
          teacher: teachersOf(roster, id)[0] ?? '',
          lessons: meta(entry, 'lessons') || String(Math.max(1, Math.min(40, listOf(entry.at('periods')).length))),
          minutes: meta(entry, 'minutes') || '45',
        },
      };
    });
}

/** The finest sessions that do not overlap by their nature. */
function terms({ academicSessions: { entries } }: Roster): OwnRow[] {
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
