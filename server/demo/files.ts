import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import type { ImportFile } from '../import/api.ts';
import { demoGroups, homeSchools, subjects } from './shape.ts';
import { makeStaff, teacherIdsOf, tutorIdOf } from './staff.ts';
import { type DemoStudent, makeGuardians, makeStudents } from './students.ts';
import { makeStaffWindows, makeStudentWindows } from './windows.ts';

type Row = Readonly<Record<string, string | number>>;

const file = (name: string, rows: readonly Row[]): ImportFile => ({
  name,
  text: stringify([...rows], { header: true }),
});

const subgroupNames = { ru: ['Синяя', 'Белая'], es: ['Azul', 'Blanco'], en: ['Blue', 'White'] } as const;

const termWeeks = 22;

/** Monday of the week in which the demo's term begins: two weeks ago, so that there is a past and a future. */
const firstMonday = (now: Date): DateTime =>
  DateTime.fromJSDate(now, { zone: 'Europe/Moscow' }).startOf('week').minus({ weeks: 2 });

/** When the demo school came into being: on the Sunday before its term, so that everybody is there from the first lesson on. */
export const demoBeganAt = (now: Date): Date => firstMonday(now).minus({ hours: 12 }).toJSDate();

function termOf(now: Date): { readonly monday: string; readonly endsOn: string } {
  const monday = firstMonday(now);
  return {
    monday: monday.toFormat('yyyy-MM-dd'),
    endsOn: monday.plus({ weeks: termWeeks }).minus({ days: 3 }).toFormat('yyyy-MM-dd'),
  };
}

/** The demo school as the spreadsheets that a school would bring: the demo goes through the import like everyone. */
export function demoFiles(seed: number, now: Date): readonly ImportFile[] {
  const { monday, endsOn } = termOf(now);
  const staff = makeStaff(seed);
  const students = makeStudents(seed);
  const windows = [...makeStudentWindows(seed, students, monday), ...makeStaffWindows(seed, staff)];
  return [
    file('home-schools.csv', [...homeSchools]),
    file(
      'staff.csv',
      staff.map(({ id, givenName, familyName, language, zone, roles }) => ({
        id,
        given_name: givenName,
        family_name: familyName,
        language,
        zone,
        roles: roles.join('|'),
      })),
    ),
    file('groups.csv', groupRows()),
    file('students.csv', students.map(studentRow)),
    file(
      'guardians.csv',
      makeGuardians(seed, students).map(
        ({ id, givenName, familyName, language, zone, relation, children, mayAct }) => ({
          id,
          given_name: givenName,
          family_name: familyName,
          language,
          zone,
          relation,
          students: children.join('|'),
          may_act: mayAct ? 'yes' : 'no',
        }),
      ),
    ),
    file('courses.csv', courseRows()),
    file(
      'windows.csv',
      windows.map(({ personId, weekday, from, to, kind }) => ({ person: personId, weekday, from, to, kind })),
    ),
    file('terms.csv', [{ id: 'term', name: '2', starts_on: monday, ends_on: endsOn }]),
    file('holidays.csv', holidayRows(monday)),
  ];
}

const groupRows = (): readonly Row[] =>
  demoGroups.map((group) => ({
    id: group.id,
    name: group.name,
    grade: group.grade,
    zone: group.zone,
    days: '1-5',
    hours: group.hours.join('|'),
    minutes: group.minutes,
    tutor: tutorIdOf(group.id) ?? '',
    meeting_url: `https://meet.demo.example/${group.id}`,
  }));

const studentRow = (student: DemoStudent): Row => ({
  id: student.id,
  given_name: student.givenName,
  family_name: student.familyName,
  language: student.language,
  zone: student.zone,
  internet: student.internet,
  device: student.deviceId,
  home_school: student.homeSchool,
  grade: student.group.grade,
  group: student.group.id,
  subgroup: subgroupNames[student.group.language][student.subgroup],
});

const courseRows = (): readonly Row[] =>
  demoGroups.flatMap((group) =>
    subjects.flatMap((subject) => {
      const common = {
        group: group.id,
        subject: group.language === 'es' ? subject.es : subject.ru,
        lessons: subject.lessonsAWeek,
      };
      const [first = '', second = ''] = teacherIdsOf(group, subject.id);
      if (!subject.bySubgroup) return [{ ...common, subgroup: '', teacher: first }];
      const [blue, white] = subgroupNames[group.language];
      return [
        { ...common, subgroup: blue, teacher: first },
        { ...common, subgroup: white, teacher: second },
      ];
    }),
  );

/** A holiday for everybody around New Year, and a day off for one group soon, so that exceptions can be seen. */
function holidayRows(monday: string): readonly Row[] {
  const start = DateTime.fromISO(monday, { zone: 'utc' });
  const soon = start.plus({ weeks: 4, days: 2 }).toFormat('yyyy-MM-dd');
  const newYear = start.plus({ weeks: 7 }).toFormat('yyyy-MM-dd');
  return [
    {
      id: 'break',
      name: 'Каникулы',
      group: '',
      from_on: newYear,
      until_on: start.plus({ weeks: 8, days: 6 }).toFormat('yyyy-MM-dd'),
    },
    { id: 'school-day', name: 'День школы', group: 'g6a', from_on: soon, until_on: soon },
  ];
}
