import { type ImportRecord, keyOf, partsOf } from '../domain/records.ts';
import { type Facts, factsOf, grouped } from './formRows.ts';
import { csvOf, type Written } from './tables.ts';

/*
 * OneRoster 1.2 in CSV, bulk. What it has no column for travels as `metadata.tutoria.*`. Hours of people and
 * holidays are not part of OneRoster; the school's own forms carry them.
 */

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
/** A key that is made of others again when it is read; the sign says so. */
const sourced = (key: string, made: string): string => (key === made ? `~${key.replaceAll('|', '~')}` : key);

const files = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'] as const;
const notGiven = [
  ...['categories', 'classResources', 'courseResources', 'demographics', 'lineItemLearningObjectiveIds', 'lineItems'],
  ...['lineItemScoreScales', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'scoreScales'],
  ...['userProfiles', 'userResources'],
];

/** The school as the files of an archive. */
export function oneRosterFiles(records: ReadonlyMap<string, ImportRecord>): { name: string; bytes: Uint8Array }[] {
  const facts = factsOf(records);
  const tables: readonly Written[] = [
    manifest(),
    ...[academicSessions, classes, courses, enrollments, orgs, roles, users].map((make) => make(facts)),
  ];
  return tables.map((table) => ({
    name: `${table.name}.csv`,
    bytes: Buffer.from(csvOf(table, ',').replace('\uFEFF', ''), 'utf8'),
  }));
}

const manifest = (): Written => ({
  name: 'manifest',
  rows: [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...[...files, ...notGiven]
      .toSorted()
      .map((name) => [`file.${name}`, files.some((file) => file === name) ? 'bulk' : 'absent']),
    ['source.systemName', 'Tutoria'],
    ['source.systemCode', 'tutoria'],
  ],
});

/** Rows after the three columns that each file begins with; in bulk files status and date are empty. */
function table(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): Written {
  return {
    name,
    rows: [
      ['sourcedId', 'status', 'dateLastModified', ...columns],
      ...rows.map(([sourcedId = '', ...rest]) => [sourcedId, '', '', ...rest]),
    ],
  };
}

const meta = (name: string): string => `metadata.tutoria.${name}`;

const orgs = (facts: Facts): Written =>
  table(
    'orgs',
    ['name', 'type', 'identifier', 'parentSourcedId', meta('zone')],
    facts.of('home-school').map(({ key, fields }) => [key, text(fields.name), 'school', '', '', text(fields.zone)]),
  );

const academicSessions = (facts: Facts): Written =>
  table(
    'academicSessions',
    ['title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
    facts
      .of('term')
      .map(({ key, fields: { name, startsOn, endsOn } }) => [
        sourced(key, text(name)),
        ...[text(name), 'term', text(startsOn), text(endsOn), ''],
        text(endsOn).slice(0, 4),
      ]),
  );

/** A school that no group names is the first: OneRoster wants one for each class. */
const anySchool = (facts: Facts): string => facts.of('home-school')[0]?.key ?? '';

function classes(facts: Facts): Written {
  const grids = grouped(facts.of('grid-place'), 0);
  const parts = grouped(facts.of('subgroup'), 0);
  const terms = facts
    .of('term')
    .map(({ key, fields }) => sourced(key, text(fields.name)))
    .join(',');
  const school = anySchool(facts);
  const homerooms = facts
    .of('group')
    .map(({ key, fields }) => [
      key,
      ...[text(fields.name), text(fields.grade).padStart(2, '0'), '', '', 'homeroom', '', school, terms, '', '', ''],
      ...[text(fields.zone), text(fields.meetingUrl), '', '', '', ''],
      (parts.get(key) ?? []).map((one) => partsOf(one.key)[1] ?? '').join('|'),
      ...gridCells(grids.get(key) ?? []),
    ]);
  const scheduled = activeCourses(facts).map(({ key, fields }) => {
    const { group, subgroup, subject, lessonsAWeek, lessonMinutes } = fields;
    const grade = text(facts.fields('group', text(group))?.grade).padStart(2, '0');
    const id = sourced(key, keyOf(text(group), text(subgroup), text(subject)));
    return [
      id,
      ...[text(subject), grade, subjectId(text(subject)), '', 'scheduled', '', school, terms, text(subject), '', ''],
      ...['', '', text(group), text(subgroup), text(lessonsAWeek), text(lessonMinutes), '', '', ''],
    ];
  });
  return table(
    'classes',
    [
      ...['title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId'],
      ...['termSourcedIds', 'subjects', 'subjectCodes', 'periods', meta('zone'), meta('meetingUrl'), meta('group')],
      ...[meta('subgroup'), meta('lessons'), meta('minutes'), meta('subgroups'), meta('days'), meta('hours')],
    ],
    [...homerooms, ...scheduled],
  );
}

/** A grid that is the same every day; others are carried by the school's own forms. */
function gridCells(places: readonly ImportRecord[]): [days: string, hours: string] {
  const days = new Map<string, string[]>();
  for (const { key, fields } of places) {
    const day = partsOf(key)[1] ?? '';
    days.set(day, [...(days.get(day) ?? []), `${text(fields.startsTime)}+${text(fields.minutes)}`]);
  }
  const hours = [...new Set([...days.values()].map((list) => list.toSorted().join('|')))];
  return hours.length === 1 ? [[...days.keys()].toSorted().join('|'), hours[0] ?? ''] : ['', ''];
}

const activeCourses = (facts: Facts): readonly ImportRecord[] =>
  facts.of('course').filter(({ fields }) => fields.isActive !== false);

const subjectId = (subject: string): string => `subject~${subject}`;

const courses = (facts: Facts): Written =>
  table(
    'courses',
    ['schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes'],
    [...new Set(activeCourses(facts).map(({ fields }) => text(fields.subject)))].map((subject) => [
      subjectId(subject),
      ...['', subject, '', '', anySchool(facts), subject, ''],
    ]),
  );

function enrollments(facts: Facts): Written {
  const school = anySchool(facts);
  const row = (room: string, user: string, role: string, primary: string): string[] => [
    `${room}~${user}`,
    ...[room, school, user, role, primary, '', ''],
  ];
  const members = facts.of('member').map(({ key }) => {
    const [person = '', group = ''] = partsOf(key);
    return row(group, person, 'student', 'false');
  });
  const tutors = facts.of('tutor').map(({ key }) => {
    const [group = '', person = ''] = partsOf(key);
    return row(group, person, 'teacher', 'false');
  });
  const teachers = activeCourses(facts).flatMap(({ key, fields: { group, subgroup, subject, teacher } }) =>
    teacher
      ? [row(sourced(key, keyOf(text(group), text(subgroup), text(subject))), text(teacher), 'teacher', 'true')]
      : [],
  );
  return table(
    'enrollments',
    ['classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
    [...members, ...tutors, ...teachers],
  );
}

/** Our roles, and what OneRoster calls them. */
const roleNames: Readonly<Record<string, string>> = {
  admin: 'systemAdministrator',
  coordinator: 'siteAdministrator',
  head: 'principal',
  'lead-tutor': 'aide',
  psychologist: 'counselor',
  tutor: 'aide',
  teacher: 'teacher',
};

function roles(facts: Facts): Written {
  const school = anySchool(facts);
  const row = (user: string, role: string, org: string, type: string): string[] => [
    `${user}~${role}~${org}`,
    ...[user, type, role, '', '', org || school, ''],
  ];
  const students = facts
    .of('student')
    .map(({ key, fields }) => row(key, 'student', text(fields.homeSchool), 'primary'));
  const guardians = [...grouped(facts.of('guardianship'), 0).keys()].map((key) => row(key, 'guardian', '', 'primary'));
  const staff = facts.of('role').map(({ key }) => {
    const [person = '', name = '', place = ''] = partsOf(key);
    return row(person, roleNames[name] ?? 'aide', place, 'primary');
  });
  const all = [...students, ...guardians, ...staff];
  const once = [...new Map(all.map((one) => [one[0], one])).values()];
  return table(
    'roles',
    ['userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId'],
    once,
  );
}

function users(facts: Facts): Written {
  const held = grouped(facts.of('guardianship'), 0);
  const agents = grouped(facts.of('guardianship'), 1);
  const given = grouped(facts.of('role'), 0);
  const parts = grouped(facts.of('subgroup-member'), 0);
  return table(
    'users',
    [
      ...['enabledUser', 'username', 'userIds', 'givenName', 'familyName', 'middleName', 'identifier', 'email', 'sms'],
      ...['phone', 'agentSourcedIds', 'grades', 'password', 'userMasterIdentifier', 'resourceSourcedIds'],
      ...['preferredGivenName', 'preferredMiddleName', 'preferredFamilyName', 'primaryOrgSourcedId', 'pronouns'],
      ...['language', 'zone', 'internet', 'device', 'active', 'subgroups', 'roles', 'guards'].map(meta),
    ],
    facts.of('person').map(({ key, fields }) => {
      const student = facts.fields('student', key);
      const children = held.get(key) ?? [];
      return [
        key,
        ...['true', key, '', text(fields.givenName), text(fields.familyName), text(fields.middleName), ''],
        ...[text(fields.email), '', text(fields.phone)],
        (agents.get(key) ?? []).map((one) => partsOf(one.key)[0] ?? '').join(','),
        ...[student ? text(student.grade).padStart(2, '0') : '', '', '', '', '', '', '', text(student?.homeSchool), ''],
        ...[text(fields.language), text(fields.zone), text(fields.internet), text(fields.device)],
        fields.isActive === false ? 'no' : '',
        (parts.get(key) ?? []).map((one) => partsOf(one.key).slice(1, 3).join('/')).join('|'),
        (given.get(key) ?? []).map((one) => partsOf(one.key).slice(1).filter(Boolean).join('@')).join('|'),
        children
          .map((one) =>
            [partsOf(one.key)[1], text(one.fields.relation), one.fields.mayAct === false ? 'no' : 'yes'].join(':'),
          )
          .join('|'),
      ];
    }),
  );
}
