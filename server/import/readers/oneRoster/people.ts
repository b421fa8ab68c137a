import type { OwnRow } from '../ownSheet.ts';
import { groupsByStudent } from './classes.ts';
import { type Defaults, type Entry, gradeOf, isGone, known, listOf, meta, type Roster } from './entries.ts';

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

interface People {
  readonly staff: readonly OwnRow[];
  readonly students: readonly OwnRow[];
  readonly guardians: readonly OwnRow[];
}

/** Everybody, each in as many rows as they have parts in the school. */
export function peopleOf(roster: Roster): People {
  const { users, isDelta, defaults } = roster;
  const roles = rolesByUser(roster);
  const children = childrenByAgent(roster, roles);
  const groupsOf = isDelta ? undefined : groupsByStudent(roster);
  const all = users.entries.map((entry) => {
    const id = entry.at('sourcedId');
    const own = roles.get(id) ?? [];
    const person = personCells(entry, defaults, isDelta);
    const rows = (list: readonly Record<string, string>[]): OwnRow[] =>
      list.map((cells) => ({ line: entry.line, cells: { ...person, ...cells } }));
    return {
      staff: rows(staffCells(entry, own)),
      students: rows(studentCells(entry, own, groupsOf && (groupsOf.get(id) ?? []))),
      guardians: rows(guardianCells(entry, own, children.get(id) ?? [])),
    };
  });
  return {
    staff: all.flatMap((one) => one.staff),
    students: all.flatMap((one) => one.students),
    guardians: all.flatMap((one) => one.guardians),
  };
}

/** One row for a student; without `groups` nothing is said of them. */
function studentCells(
  entry: Entry,
  own: readonly Held[],
  groups: readonly string[] | undefined,
): Record<string, string>[] {
  const held = own.find(({ role }) => role === 'student');
  if (!held) return [];
  const extra = {
    subgroups: meta(entry, 'subgroups'),
    internet: meta(entry, 'internet'),
    device: meta(entry, 'device'),
  };
  return [
    {
      ...known(extra),
      homeSchool: held.org || entry.at('primaryOrgSourcedId'),
      grade: meta(entry, 'grade') || gradeOf(entry),
      ...(groups ? { groups: groups.join('|') } : {}),
    },
  ];
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
  if (!own.some(({ role }) => families.includes(role))) return [];
  const told = listOf(meta(entry, 'guards')).map((text) => text.split(':'));
  if (told.length > 0)
    return told.map(([students = '', relation = 'other', mayAct = 'yes']) => ({ students, relation, mayAct }));
  const relation = own.some(({ role }) => role === 'guardian') ? 'guardian' : 'other';
  return children.length > 0 ? [{ students: children.join('|'), relation }] : [];
}
