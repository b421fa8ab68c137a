import { type Fields, type ImportRecord, type Kind, keyOf, partsOf, type Value } from '../domain/records.ts';
import { windowsOfText } from '../domain/windows.ts';
import type { Form } from '../forms/formats.ts';

/** A row of a form by the names of its columns in code. */
export type Cells = Readonly<Record<string, string>>;

const textOf = (value: Value | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
};

const listed = (values: readonly string[]): string => values.toSorted().join('|');

/** Things by kind, and the parts of one kind that belong to a key. */
export interface Facts {
  of(kind: Kind): readonly ImportRecord[];
  fields(kind: Kind, key: string): Fields | undefined;
}

export function factsOf(records: ReadonlyMap<string, ImportRecord>): Facts {
  const byKind = new Map<Kind, ImportRecord[]>();
  for (const record of records.values()) {
    const own = byKind.get(record.kind);
    if (own) own.push(record);
    else byKind.set(record.kind, [record]);
  }
  for (const own of byKind.values()) own.sort((one, other) => (one.key < other.key ? -1 : 1));
  return { of: (kind) => byKind.get(kind) ?? [], fields: (kind, key) => records.get(`${kind}:${key}`)?.fields };
}

/** Records of joined kinds by one part of their key. */
export function grouped(records: readonly ImportRecord[], part: number): ReadonlyMap<string, readonly ImportRecord[]> {
  const groups = new Map<string, ImportRecord[]>();
  for (const record of records) {
    const name = partsOf(record.key)[part] ?? '';
    const own = groups.get(name);
    if (own) own.push(record);
    else groups.set(name, [record]);
  }
  return groups;
}

const cellsOf = (fields: Fields | undefined, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, textOf(fields?.[name])]));

const personColumns = [
  ...['givenName', 'familyName', 'middleName', 'language', 'zone', 'email', 'phone', 'quietHours', 'isActive'],
];
const personCells = (facts: Facts, id: string, more: readonly string[] = []): Record<string, string> => ({
  id,
  ...cellsOf(facts.fields('person', id), [...personColumns, ...more]),
});
const connection = ['internet', 'device'];

/** A key that was made of other columns is left out: it comes into being again by them. */
const ownId = (key: string, made: string): string => (key === made ? '' : key);

/** What the school has, as rows of the forms: importing them into an empty school gives the same school. */
export function formRows(records: ReadonlyMap<string, ImportRecord>): ReadonlyMap<Form, readonly Cells[]> {
  const facts = factsOf(records);
  return new Map<Form, readonly Cells[]>([
    [
      'home-schools',
      facts.of('home-school').map(({ key, fields }) => ({ id: key, ...cellsOf(fields, ['name', 'zone']) })),
    ],
    ['staff', staffRows(facts)],
    ['students', studentRows(facts)],
    ['guardians', guardianRows(facts)],
    ['contacts', contactRows(facts)],
    ['groups', groupRows(facts)],
    ['grids', gridRows(facts)],
    ['courses', courseRows(facts)],
    ['windows', windowRows(facts)],
    [
      'terms',
      facts.of('term').map(({ key, fields }) => ({
        id: ownId(key, textOf(fields.name)),
        ...cellsOf(fields, ['name', 'startsOn', 'endsOn']),
      })),
    ],
    ['holidays', holidayRows(facts)],
  ]);
}

/** Everybody with a role, and whoever is neither student nor guardian; a row for each place of work. */
function staffRows(facts: Facts): Cells[] {
  const roles = grouped(facts.of('role'), 0);
  const guardians = grouped(facts.of('guardianship'), 0);
  return facts.of('person').flatMap(({ key }) => {
    const own = roles.get(key) ?? [];
    if (own.length === 0 && (facts.fields('student', key) || guardians.has(key))) return [];
    const byPlace = new Map<string, string[]>(own.length === 0 ? [['', []]] : []);
    for (const role of own) {
      const [, name = '', place = ''] = partsOf(role.key);
      byPlace.set(place, [...(byPlace.get(place) ?? []), name]);
    }
    return [...byPlace].map(([homeSchool, names]) => ({
      ...personCells(facts, key, connection),
      roles: listed(names),
      homeSchool,
    }));
  });
}

function studentRows(facts: Facts): Cells[] {
  const members = grouped(facts.of('member'), 0);
  const parts = grouped(facts.of('subgroup-member'), 0);
  return facts.of('student').map(({ key, fields }) => ({
    ...personCells(facts, key, connection),
    ...cellsOf(fields, ['homeSchool', 'grade', 'bornOn']),
    groups: listed((members.get(key) ?? []).map((one) => partsOf(one.key)[1] ?? '')),
    subgroups: listed((parts.get(key) ?? []).map((one) => partsOf(one.key).slice(1, 3).join('/'))),
  }));
}

const guardianRows = (facts: Facts): Cells[] =>
  facts.of('guardianship').map(({ key, fields }) => {
    const [guardian = '', students = ''] = partsOf(key);
    return { ...personCells(facts, guardian), students, ...cellsOf(fields, ['relation', 'maySee', 'mayAct']) };
  });

const contactRows = (facts: Facts): Cells[] =>
  [...grouped(facts.of('channel'), 0)].flatMap(([person, channels]) =>
    channels
      .toSorted((one, other) => Number(one.fields.place) - Number(other.fields.place))
      .map(({ key, fields }) => ({
        ...{ person, way: partsOf(key)[1] ?? '', address: textOf(fields.value) },
        ...cellsOf(fields, ['purpose', 'bestFrom', 'bestTo', 'note', 'isPublic', 'place']),
      })),
  );

function groupRows(facts: Facts): Cells[] {
  const tutors = grouped(facts.of('tutor'), 0);
  const subgroups = grouped(facts.of('subgroup'), 0);
  return facts.of('group').map(({ key, fields }) => ({
    id: key,
    ...cellsOf(fields, ['name', 'grade', 'zone', 'meetingUrl']),
    tutors: listed((tutors.get(key) ?? []).map((one) => partsOf(one.key)[1] ?? '')),
    subgroups: listed((subgroups.get(key) ?? []).map((one) => partsOf(one.key)[1] ?? '')),
  }));
}

/** Days with the same hours share a row. */
function gridRows(facts: Facts): Cells[] {
  return [...grouped(facts.of('grid-place'), 0)].flatMap(([group, places]) => {
    const byDay = new Map<string, string[]>();
    for (const { key, fields } of places) {
      const day = partsOf(key)[1] ?? '';
      byDay.set(day, [...(byDay.get(day) ?? []), `${textOf(fields.startsTime)} ${textOf(fields.minutes)}`]);
    }
    const byHours = new Map<string, string[]>();
    for (const [day, hours] of byDay) {
      const minutes = [...new Set(hours.map((hour) => hour.slice(6)))];
      for (const length of minutes) {
        const starts = listed(hours.filter((hour) => hour.slice(6) === length).map((hour) => hour.slice(0, 5)));
        const name = `${starts} ${length}`;
        byHours.set(name, [...(byHours.get(name) ?? []), day]);
      }
    }
    return [...byHours].map(([name, days]) => {
      const [hours = '', minutes = ''] = name.split(' ');
      return { group, days: listed(days), hours, minutes };
    });
  });
}

const courseRows = (facts: Facts): Cells[] =>
  facts
    .of('course')
    .filter(({ fields }) => fields.isActive !== false)
    .map(({ key, fields: { group, subgroup, subject, teacher, lessonsAWeek, lessonMinutes } }) => ({
      id: ownId(key, keyOf(textOf(group), textOf(subgroup), textOf(subject))),
      group: textOf(group),
      subgroup: textOf(subgroup),
      subject: textOf(subject),
      teacher: textOf(teacher),
      lessons: textOf(lessonsAWeek),
      minutes: textOf(lessonMinutes),
    }));

const windowRows = (facts: Facts): Cells[] =>
  facts.of('windows').flatMap(({ key, fields }) => {
    const [person = '', kind = ''] = partsOf(key);
    return windowsOfText(textOf(fields.windows)).map(({ weekday, from, to }) => ({
      person,
      weekdays: String(weekday),
      ...{ from, to, kind },
    }));
  });

const holidayRows = (facts: Facts): Cells[] =>
  facts.of('holiday').map(({ key, fields }) => ({
    id: ownId(key, keyOf(textOf(fields.name), textOf(fields.group))),
    ...cellsOf(fields, ['name', 'group', 'fromOn', 'untilOn']),
  }));
